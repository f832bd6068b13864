package dev.muster.kill;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A feed of groups, resources and a resource group, with members out of {@link People}. */
record Groups(String mark) {
    static final int GROUPS = 30;
    static final int RESOURCES = 5;

    String csv() {
        return "groupname,resourcename,resourcegroupname,members\n"
                + IntStream.range(0, GROUPS).mapToObj(this::group).collect(Collectors.joining())
                + ",,rooms" + mark + ",\"" + resources() + "\"\n"
                + IntStream.range(0, RESOURCES)
                        .mapToObj(number -> ",room" + number + mark + ",,\n")
                        .collect(Collectors.joining());
    }

    /** All of them, as {@code name: members}. */
    List<String> wanted() {
        return IntStream.range(0, GROUPS)
                .mapToObj(number -> "g" + number + mark + ": " + members(number))
                .toList();
    }

    private String group(int number) {
        return "g%d%s,,,\"%s\"\n".formatted(number, mark, members(number));
    }

    /** Three of those who give their names themselves. */
    String members(int number) {
        return IntStream.range(0, 3)
                .mapToObj(each -> "u" + (2 * ((number + each) % 30) + 1) + mark)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private String resources() {
        return IntStream.range(0, RESOURCES)
                .mapToObj(number -> "room" + number + mark)
                .collect(Collectors.joining(","));
    }
}
