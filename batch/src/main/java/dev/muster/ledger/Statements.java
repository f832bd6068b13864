package dev.muster.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How a table reaches the state store: through Spring's transactions, or over one plain connection. */
interface Statements {
    /** Understands one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Row<T> row, List<?> parameters);

    /** Runs one statement for every list of parameters; each commits by itself where there is no transaction. */
    void batch(String sql, List<Object[]> rows);
}
