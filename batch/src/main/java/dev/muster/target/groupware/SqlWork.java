package dev.muster.target.groupware;

import java.sql.SQLException;

/** What to do in a transaction. May be run again when the connection was lost. */
@FunctionalInterface
public interface SqlWork<T> {
    T in(SqlSession session) throws SQLException;
}
