package dev.muster.template;

import dev.muster.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value with gaps: {@code {givenname:1}.{surname}@example.org}.
 *
 * @param parts in their order
 */
record ValuePattern(List<ValuePattern.Part> parts) {
    private static final Pattern PART =
            Pattern.compile("\\{(?<counter>counter)}|\\{(?<field>[\\w.;-]+)(:(?<length>\\d{1,3}))?}|(?<text>[^{}]+)|.");

    /** What a pattern is made of. */
    sealed interface Part {
        record Text(String text) implements Part {}

        /** The value of a column, at most {@code length} characters of it. */
        record Column(Field field, int length) implements Part {}

        record Counter() implements Part {}
    }

    ValuePattern {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if a brace is not part of a gap; the message says where */
    static ValuePattern parse(String pattern) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            parts.add(part(matcher, pattern));
        }
        return new ValuePattern(parts);
    }

    /** The columns that it reads. */
    Set<Field> fields() {
        return parts.stream()
                .filter(Part.Column.class::isInstance)
                .map(part -> ((Part.Column) part).field())
                .collect(Collectors.toSet());
    }

    boolean counts() {
        return parts.stream().anyMatch(Part.Counter.class::isInstance);
    }

    /** Without any gap. */
    boolean isLiteral() {
        return parts.stream().allMatch(Part.Text.class::isInstance);
    }

    /**
     * The value, or empty if a column that it reads has none.
     *
     * @param columns the value of a column, empty where it has none
     * @param counter what stands for {@code {counter}}
     */
    Optional<String> fill(Function<Field, String> columns, int counter) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            String text = text(part, columns, counter);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            filled.append(text);
        }
        return Optional.of(filled.toString());
    }

    private static Part part(Matcher matcher, String pattern) {
        if (matcher.group("text") != null) {
            return new Part.Text(matcher.group("text"));
        }
        if (matcher.group("counter") != null) {
            return new Part.Counter();
        }
        if (matcher.group("field") == null) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' has a stray brace at character " + (matcher.start() + 1) + ".");
        }
        String length = matcher.group("length");
        return new Part.Column(
                Field.of(matcher.group("field")), length == null ? Integer.MAX_VALUE : Integer.parseInt(length));
    }

    private static String text(Part part, Function<Field, String> columns, int counter) {
        if (part instanceof Part.Column column) {
            return columns.apply(column.field())
                    .codePoints()
                    .limit(column.length())
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        return part instanceof Part.Text text ? text.text() : Integer.toString(counter);
    }
}
