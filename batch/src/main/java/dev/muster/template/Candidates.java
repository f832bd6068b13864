package dev.muster.template;

import dev.muster.model.Field;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                .filter(pattern -> texts(pattern, columns)
                        .limit(1)
                        .anyMatch(text -> made(make, text).isPresent()))
                .findFirst();
        return usable.map(pattern -> texts(pattern, columns).map(make).iterator())
                .orElseGet(Collections::emptyIterator);
    }

    private static Stream<String> texts(ValuePattern pattern, Function<Field, String> columns) {
        if (pattern.counts()) {
            return IntStream.rangeClosed(1, LAST)
                    .mapToObj(number -> pattern.fill(columns, number))
                    .flatMap(Optional::stream);
        }
        return pattern.fill(columns, 1).stream().flatMap(Candidates::numbered);
    }

    /** The number goes to the end of the name, in an address to the end of its local part. */
    private static Stream<String> numbered(String text) {
        int end = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        String base = text.substring(0, Math.min(end, LONGEST_BASE));
        String rest = text.substring(end);
        return Stream.concat(
                Stream.of(base + rest), IntStream.rangeClosed(2, LAST).mapToObj(number -> base + number + rest));
    }

    private static <T> Optional<T> made(Function<String, T> make, String text) {
        try {
            return Optional.of(make.apply(text));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
