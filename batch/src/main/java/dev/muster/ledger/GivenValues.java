package dev.muster.ledger;

import dev.muster.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of fields as the column {@code given} keeps them: a line {@code field=value} for each. */
final class GivenValues {
    private GivenValues() {}

    static String text(Map<Field, List<String>> given) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(given)
                .forEach((field, values) -> values.forEach(value -> lines.add(field + "=" + escaped(value))));
        return Sql.joined(lines);
    }

    static Map<Field, List<String>> parse(String text) {
        Map<Field, List<String>> given = new TreeMap<>();
        for (String line : Sql.split(text)) {
            int end = line.indexOf('=');
            given.computeIfAbsent(Field.of(line.substring(0, end)), any -> new ArrayList<>())
                    .add(unescaped(line.substring(end + 1)));
        }
        return given;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean escape = letter == '\\' && index + 1 < text.length();
            char said = escape ? text.charAt(++index) : letter;
            value.append(escape && said == 'n' ? '\n' : said);
        }
        return value.toString();
    }
}
