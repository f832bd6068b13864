package dev.muster.template;

import dev.muster.model.Field;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Generated names in the order in which they are tried: {@code anna}, {@code anna2}, ... {@code anna9999}. */
final class Candidates {
    private static final int LAST = 9999;
    /** A local part has 64 characters at most (RFC 5321 4.5.3.1.1): room for the counter. */
    private static final int LONGEST_BASE = 60;

    private Candidates() {}

    /**
     * What the first usable pattern gives, each value once; nothing if none is usable.
     *
     * @param columns the folded value of a column, empty where it has none
     * @param make the value from its text; throws IllegalArgumentException if it cannot be one
     */
    static <T> Iterator<T> of(List<ValuePattern> patterns, Function<Field, String> columns, Function<String, T> make) {
        Optional<ValuePattern> usable = patterns.stream()
                .filter(pattern -> text(pattern, columns, 1)
                        .flatMap(text -> made(make, text))
                        .isPresent())
                .findFirst();
        // Streams would compute all of a flatMap at once: most people need the first candidate only.
        return usable.map(pattern -> IntStream.rangeClosed(1, LAST)
                        .mapToObj(number -> text(pattern, columns, number).orElseThrow())
                        .map(make)
                        .iterator())
                .orElseGet(Collections::emptyIterator);
    }

    private static Optional<String> text(ValuePattern pattern, Function<Field, String> columns, int number) {
        Optional<String> filled = pattern.fill(columns, number);
        return pattern.counts() ? filled : filled.map(text -> numbered(text, number));
    }

    /** The number goes to the end of the name, in an address to the end of its local part; the first has none. */
    private static String numbered(String text, int number) {
        int end = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        String base = text.substring(0, Math.min(end, LONGEST_BASE));
        return base + (number == 1 ? "" : number) + text.substring(end);
    }

    private static <T> Optional<T> made(Function<String, T> make, String text) {
        try {
            return Optional.of(make.apply(text));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
