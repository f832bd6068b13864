package dev.muster.report;

import java.util.List;
import java.util.stream.Collectors;

/** A line of CSV (RFC 4180): cells with a comma, a quote or a line break are quoted; ends with CRLF. */
final class CsvLine {
    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
