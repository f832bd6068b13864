package dev.muster.kill;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A feed of shared accounts whose members are out of {@link People}, by themselves and by {@link Groups}. */
record SharedBoxes(String mark) {
    static final int COUNT = 24;

    String csv() {
        return "accountname,primaryaddress,addresses,users,groups,mail-endpoint-source\n"
                + IntStream.range(0, COUNT).mapToObj(this::row).collect(Collectors.joining());
    }

    private String row(int number) {
        return "%s,%s@test.tux,more.%s@test.tux,u1%s:viewer,g%d%s,localhost\n"
                .formatted(name(number), name(number), name(number), mark, number, mark);
    }

    String name(int number) {
        return "box" + number + "." + mark;
    }

    /** Who has which account: {@code address user}, with where she sends. */
    List<String> rows() {
        return each(number -> members(number)
                .map(user -> name(number) + "@test.tux " + user + (sends(number, user) ? " smtp" : " -")));
    }

    /** Who may send as which address. */
    List<String> senders() {
        return each(number -> members(number)
                .filter(user -> sends(number, user))
                .flatMap(user -> Stream.of("", "more.").map(more -> more + name(number) + "@test.tux " + user)));
    }

    private static List<String> each(IntFunction<Stream<String>> lines) {
        return IntStream.range(0, COUNT).boxed().flatMap(lines::apply).toList();
    }

    private Stream<String> members(int number) {
        return Stream.concat(
                        Stream.of("u1" + mark),
                        Stream.of(new Groups(mark).members(number).split(",")))
                .distinct();
    }

    /** She who only looks may send nevertheless where her group may. */
    private boolean sends(int number, String user) {
        return List.of(new Groups(mark).members(number).split(",")).contains(user);
    }
}
