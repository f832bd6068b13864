package dev.muster.ledger;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pieces of SQL that the tables share. */
final class Sql {
    private Sql() {}

    /** {@code (?,?,?)}. */
    static String list(int count) {
        return "(?" + ",?".repeat(count - 1) + ")";
    }

    static long count(JdbcTemplate jdbc, String sql, Object... arguments) {
        Long count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    static String joined(Collection<String> values) {
        return String.join("\n", values);
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n", -1));
    }
}
