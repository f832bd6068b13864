package dev.muster.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the values of one LDIF record stand. Looked up only when something is wrong with one, so that good records cost
 * nothing. For one thread.
 */
final class LdifPlaces implements Row.Lines {
    private static final Set<String> OPERATIONS = Set.of("add", "delete", "replace");
    private final long first;
    private final List<Line> lines = new ArrayList<>();

    /** A logical line, and the number of the one on which it begins. */
    private record Line(long number, String text) {
        String attribute() {
            return text.substring(0, Math.max(0, text.indexOf(':')));
        }

        /** As the record means it: out of base64, without the blanks around it; empty where it cannot be read. */
        String value() {
            String value = text.substring(text.indexOf(':') + 1);
            if (!value.startsWith(":")) {
                return value.strip();
            }
            try {
                return new String(Base64.getDecoder().decode(value.substring(1).strip()), UTF_8).strip();
            } catch (IllegalArgumentException none) {
                return "";
            }
        }
    }

    /** @param first the line on which the record begins */
    LdifPlaces(long first) {
        this.first = first;
    }

    /** Takes the next logical line. */
    void add(long number, String text) {
        lines.add(new Line(number, text));
    }

    @Override
    public long of(String field, String value) {
        String folded = Text.folded(value);
        return lines.stream()
                .filter(line -> concerns(line, field))
                .filter(line -> Text.folded(line.value()).equals(folded))
                .findFirst()
                .map(Line::number)
                .orElseGet(() -> of(field));
    }

    private long of(String field) {
        return lines.stream()
                .filter(line -> concerns(line, field) || isOperationOn(line, field))
                .findFirst()
                .map(Line::number)
                .orElse(first);
    }

    private static boolean concerns(Line line, String field) {
        String attribute = line.attribute();
        return !attribute.isEmpty()
                && (attribute.equalsIgnoreCase(field)
                        || LdifEntry.column(attribute).field().name().equals(field)
                        || concernsOthers(attribute, field));
    }

    /** As of the entry of a group, a resource or a shared account. */
    private static boolean concernsOthers(String attribute, String field) {
        return Stream.concat(
                        Arrays.stream(ObjectKey.Kind.values())
                                .flatMap(kind -> RosterColumns.ofAttribute(kind, attribute).stream()),
                        AccountColumns.ofAttribute(attribute).stream())
                .anyMatch(column -> column.field().name().equals(field));
    }

    /** {@code replace: mail}: what a change record says before the values, and all that it says where it has none. */
    private static boolean isOperationOn(Line line, String field) {
        return OPERATIONS.contains(line.attribute()) && line.value().equalsIgnoreCase(field);
    }
}
