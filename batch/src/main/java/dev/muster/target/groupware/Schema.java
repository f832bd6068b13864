package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What columns the database has, asked once: 7.10.6, 8.x and whatever comes differ only there. Immutable. */
final class Schema {
    private static final String QUERY = "SELECT table_name, column_name, is_nullable, column_default"
            + " FROM information_schema.columns WHERE table_schema = SCHEMA()";

    private record Column(boolean optional, boolean nullable) {}

    private final Map<String, Map<String, Column>> tables;

    private Schema(Map<String, Map<String, Column>> tables) {
        this.tables = tables;
    }

    static Schema read(SqlSession session) throws SQLException {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        for (SqlRow row : session.query(QUERY, List.of())) {
            boolean nullable = row.text(2).equals("YES");
            Column column = new Column(nullable || !row.isNull(3), nullable);
            tables.computeIfAbsent(fold(row.text(0)), any -> new HashMap<>()).put(fold(row.text(1)), column);
        }
        return new Schema(tables);
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    boolean has(String table, String column) {
        return columns(table).containsKey(fold(column));
    }

    /** The names of all columns, in lower case; none where there is no such table. */
    Set<String> columnNames(String table) {
        return columns(table).keySet();
    }

    boolean isNullable(String table, String column) {
        Column found = columns(table).get(fold(column));
        return found == null || found.nullable;
    }

    /** Whether a row can be inserted that names these columns only. */
    boolean accepts(String table, Collection<String> named) {
        List<String> folded = named.stream().map(Schema::fold).toList();
        return columns(table).keySet().containsAll(folded)
                && columns(table).entrySet().stream()
                        .allMatch(column -> column.getValue().optional || folded.contains(column.getKey()));
    }

    private Map<String, Column> columns(String table) {
        return tables.getOrDefault(fold(table), Map.of());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
