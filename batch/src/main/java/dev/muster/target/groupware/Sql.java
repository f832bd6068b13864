package dev.muster.target.groupware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Pieces of SQL text. */
final class Sql {
    private Sql() {}

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
