package dev.muster.target.groupware;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Some rows of a table of this context.
 *
 * @param table its name, as it stands in a statement
 * @param condition what follows {@code WHERE cid = ? AND}
 * @param parameters those of the condition
 */
record Rows(String table, String condition, List<Object> parameters) {
    /** The rows in which a column has one of these values; at least one. */
    static Rows with(String table, String column, Collection<Long> values) {
        return new Rows(table, column + " IN " + Sql.parameters(values.size()), List.copyOf(values));
    }

    /** {@code FROM table WHERE ...}. */
    String text() {
        return " FROM " + table + where();
    }

    String where() {
        return " WHERE cid = ? AND (" + condition + ")";
    }

    /** What the text needs, with values before it that the statement needs first. */
    List<Object> arguments(int context, Object... before) {
        List<Object> all = new ArrayList<>(List.of(before));
        all.add(context);
        all.addAll(parameters);
        return all;
    }
}
