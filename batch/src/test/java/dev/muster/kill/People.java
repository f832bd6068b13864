package dev.muster.kill;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A feed of people whose names, addresses and key values all carry a mark, so that nobody is in another feed as well. */
record People(String mark) {
    static final int COUNT = 60;
    private static final List<String> LANGUAGES = List.of("DE", "EN", "FR", "ES", "IT", "NL", "PL", "PT", "JA", "ZH");
    private static final List<String> GIVEN = List.of(
            "Zoë", "Patrick", "Amélie", "José", "Nicolò", "Jan", "Łukasz", "Conceição", "さくら", "小龍", "Anna", "ليلى");
    private static final List<String> SURNAMES =
            List.of("Müller-Lüdenscheidt", "O'Brien", "Château", "Núñez", "D'Angelo", "van der Berg", "Żak");

    String csv() {
        return "employeenumber,username,surname,givenname,displayname,language,department,mail,alias,password\n"
                + IntStream.range(0, COUNT).mapToObj(this::row).collect(Collectors.joining());
    }

    /** Every second one without user name, every third without address; every sixth has a namesake. */
    private String row(int number) {
        int likeness = number % 6 == 0 ? 0 : number;
        return String.join(
                        ",",
                        employeeNumber(number),
                        number % 2 == 0 ? "" : "u" + number + mark,
                        SURNAMES.get(likeness % SURNAMES.size()) + mark,
                        GIVEN.get(likeness % GIVEN.size()),
                        "",
                        LANGUAGES.get(number % LANGUAGES.size()),
                        number % 4 == 0 ? "Sales" : "Development",
                        number % 3 == 0 ? "" : "m" + number + "." + mark + "@test.tux",
                        number % 5 == 0 ? "a" + number + "." + mark + "@test.tux" : "",
                        number % 3 == 1 ? "secret-" + number + "-" + mark : "")
                + "\n";
    }

    private String employeeNumber(int number) {
        return "%s-%03d".formatted(mark, number);
    }
}
