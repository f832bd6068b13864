package dev.muster.cli;

import static dev.muster.cli.RealSite.entry;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.foldersOnDovecot;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed in which one row of twenty is bad, each in its own way: what becomes of it, and of its corrected rejects. */
class RejectsIT {
    private static final List<String> COLUMNS = List.of(
            "employeenumber",
            "username",
            "surname",
            "givenname",
            "displayname",
            "mail",
            "alias",
            "language",
            "timezone",
            "country",
            "quota",
            "activated",
            "changepasswd",
            "disable",
            "birthday",
            "password",
            "department");

    /** Column and what is wrong with it; the department tells the row whatever happens to the rest. */
    private static final List<List<String>> FAULTS = List.of(
            List.of("username", "an na"),
            List.of("username", "ümlaut"),
            List.of("username", "x".repeat(200)),
            List.of("username", "semi;colon"),
            List.of("surname", ""),
            List.of("surname", "S".repeat(200)),
            List.of("surname", "bell\u0007"),
            List.of("givenname", "G".repeat(200)),
            List.of("displayname", "D".repeat(400)),
            List.of("mail", "a b@test.tux"),
            List.of("mail", "nobody"),
            List.of("mail", "two@at@test.tux"),
            List.of("mail", "@test.tux"),
            List.of("mail", "m".repeat(300) + "@test.tux"),
            List.of("alias", "x y@test.tux"),
            List.of("alias", "broken@"),
            List.of("language", "KLINGON"),
            List.of("timezone", "Mars/Base"),
            List.of("country", "Germany"),
            List.of("country", "QQ"),
            List.of("quota", "much"),
            List.of("quota", "-5"),
            List.of("activated", "perhaps"),
            List.of("changepasswd", "maybe"),
            List.of("disable", "everything"),
            List.of("birthday", "1989-12-32"),
            List.of("birthday", "31.12.1989"),
            List.of("password", "{SSHA512}"),
            List.of("employeenumber", "N".repeat(300)),
            List.of("mail", "-clear-"),
            List.of("alias", "a".repeat(300) + "@test.tux"),
            List.of("givenname", "bell\u0007"),
            List.of("username", "doppelt"),
            List.of("username", "DOPPELT"),
            List.of("employeenumber", "N-doppelt"),
            List.of("employeenumber", "n-doppelt"),
            List.of("mail", "doppelt@test.tux"),
            List.of("alias", "Doppelt@test.tux"));

    @TempDir
    Path folder;

    private final String mark =
            "r" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    /** Code and column of what was rejected. */
    private final Set<String> kinds = new HashSet<>();

    @Test
    void takesTheGoodRowsAndThenTheCorrectedOnes() throws Exception {
        int people = FAULTS.size() * 20;
        Said first = muster("import", "--json", feed(people).toString());
        assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(first.out())
                .contains("\"created\":" + (people - FAULTS.size()))
                .contains("\"rejected\":" + FAULTS.size());
        Path rejects = Path.of(first.err().replaceAll("(?s).*import again: (\\S+).*", "$1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(rejects)).doesNotContain("geheim-");

        Path corrected = corrected(rejects);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(25);
        assertThat(muster("check", "--json", corrected.toString()).out())
                .as("who is not in a reject file has not left")
                .contains("\"rejected\":0,\"complete\":false");
        Said second = muster("import", "--json", corrected.toString());
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).contains("\"created\":" + FAULTS.size() + ",\"updated\":0");
        String last = mark + (people - 20);
        assertThat(entry(last)).isNotNull();
        assertThat(foldersOnDovecot(mark + "0", "geheim-0"))
                .as("the password that the reject file only referred to")
                .contains("Entwürfe");
        assertThat(rows(environment("DB_NAME_8"), "SELECT COUNT(*) FROM login2user WHERE uid LIKE ?", mark + "%"))
                .containsExactly(String.valueOf(people));
    }

    private Path feed(int people) throws Exception {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (int number = 0; number < people; number++) {
                Map<String, String> person = person(number);
                if (number % 20 == 0) {
                    List<String> fault = FAULTS.get(number / 20);
                    person.put(fault.get(0), fault.get(1));
                }
                printer.printRecord(person.values());
            }
        }
        return Files.writeString(folder.resolve("people.csv"), text.toString());
    }

    /** Puts right what is wrong, cell by cell, and leaves everything else as the reject file has it. */
    private Path corrected(Path rejects) throws Exception {
        StringWriter text = new StringWriter();
        try (Reader reader = Files.newBufferedReader(rejects);
                CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            CSVParser records = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader);
            printer.printRecord(records.getHeaderNames());
            for (CSVRecord record : records) {
                assertThat(record.get("reason")).isNotBlank();
                assertThat(record.get("suggestion")).isNotBlank();
                kinds.add(record.get("code") + " " + record.get("field"));
                printer.printRecord(corrected(records.getHeaderNames(), record));
            }
        }
        return Files.writeString(folder.resolve("corrected.csv"), text.toString());
    }

    private List<String> corrected(List<String> header, CSVRecord record) {
        int number = Integer.parseInt(record.get("department").substring(1));
        List<String> cells = new ArrayList<>();
        String faulty = FAULTS.get(number / 20).get(0);
        header.forEach(name -> cells.add(name.equals(faulty) ? person(number).get(name) : record.get(name)));
        return cells;
    }

    private Map<String, String> person(int number) {
        String user = mark + number;
        Map<String, String> person = new LinkedHashMap<>();
        List<String> values = List.of(
                "N" + user,
                user,
                "Muster",
                "Eva " + number,
                "Muster, Eva " + user,
                user + "@test.tux",
                user + ".a@test.tux",
                "DE",
                "Europe/Berlin",
                "DE",
                "50",
                "yes",
                "no",
                "forum",
                "1984-01-01",
                "geheim-" + number,
                "D" + number);
        for (int i = 0; i < values.size(); i++) {
            person.put(COLUMNS.get(i), values.get(i));
        }
        return person;
    }
}
