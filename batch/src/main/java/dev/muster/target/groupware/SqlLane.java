package dev.muster.target.groupware;

import java.sql.SQLException;

/**
 * Runs transactions. Thread-safe; transactions of several threads go side by side as far as there are connections. There
 * is no way to run a statement outside a transaction, reads included.
 */
public interface SqlLane extends AutoCloseable {
    /** Commits when the work returns, rolls back when it throws. Passing a deadline closes the connection. */
    <T> T inTransaction(SqlWork<T> work) throws SQLException;

    /** Closes every connection. */
    @Override
    void close();
}
