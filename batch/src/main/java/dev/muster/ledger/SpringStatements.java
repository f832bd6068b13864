package dev.muster.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements inside the transaction that Spring has under way, if any. Thread-safe. */
record SpringStatements(JdbcTemplate jdbc) implements Statements {
    @Override
    public <T> List<T> query(String sql, Row<T> row, List<?> parameters) {
        return jdbc.query(sql, (results, number) -> row.read(results), parameters.toArray());
    }

    @Override
    public void batch(String sql, List<Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }
}
