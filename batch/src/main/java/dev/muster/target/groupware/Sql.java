package dev.muster.target.groupware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Pieces of SQL text. */
final class Sql {
    /** So that a query stays well below the server's limits, however many values are asked for. */
    private static final int VALUES_PER_QUERY = 500;

    private Sql() {}

    /** So many values at a time as one query may ask for. */
    static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += VALUES_PER_QUERY) {
            parts.add(all.subList(from, Math.min(all.size(), from + VALUES_PER_QUERY)));
        }
        return parts;
    }

    /** {@code (?,?,?)}: for a row of values, or a set to search in. A set needs at least one. */
    static String parameters(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    /** A value before a set of others, as the parameters of one statement. */
    static List<Object> list(Object first, Collection<?> others) {
        List<Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
