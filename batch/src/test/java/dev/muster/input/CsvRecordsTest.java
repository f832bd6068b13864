package dev.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final String LETTERS = "ab\",;\n é";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everythingThatCommonsCsvWritesIsReadBack(long seed) throws IOException {
        List<List<String>> table = table(new Random(seed));
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            for (List<String> row : table) {
                printer.printRecord(row);
            }
        }
        assertThat(read(text.toString())).isEqualTo(table);
    }

    /** Random text is mostly broken; where Commons CSV can read a text at all, both read the same. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatCommonsCsvCanReadIsReadAlike(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int round = 0; round < 2_000; round++) {
            String text = cell(random, 12);
            List<List<String>> expected = commonsCsv(text);
            if (!expected.isEmpty()) {
                assertThat(read(text)).as(text).isEqualTo(expected);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void aBrokenRecordKeepsItsLineAndCells() {
        CsvRecord record = records("a,\"b\"c,d\ne,f,g").next();
        assertThat(record).isEqualTo(new CsvRecord(1, List.of("a", "\"b\"c", "d"), true, 0));
    }

    private static CsvRecords records(String text) {
        CsvRecords records =
                new CsvRecords(new BufferedReader(new StringReader(text)), FeedFormat.parse("csv UTF-8 comma \""));
        records.columns(3);
        return records;
    }

    private static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvRecords records = records(text)) {
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                rows.add(record.cells());
            }
        }
        return rows;
    }

    /** Nothing where Commons CSV gives up, or is laxer than RFC 4180 about what follows a closing quote. */
    private static List<List<String>> commonsCsv(String text) {
        if (text.matches("(?s).*\"\\s.*|.*\"$") || text.isBlank()) {
            return List.of();
        }
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            return parser.stream()
                    .map(CSVRecord::toList)
                    .filter(cells -> !cells.stream().allMatch(String::isBlank))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException broken) {
            return List.of();
        }
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            table.add(List.of("x", cell(random, 6), cell(random, 3)));
        }
        return table;
    }

    private static String cell(Random random, int most) {
        StringBuilder cell = new StringBuilder();
        random.ints(random.nextInt(most + 1), 0, LETTERS.length()).forEach(index -> cell.append(LETTERS.charAt(index)));
        return cell.toString();
    }
}
