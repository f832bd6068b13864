package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements inside one transaction. Belongs to one thread; every call has the lane's deadline. */
public interface SqlSession {
    /** The rows of a SELECT, in the server's order. */
    List<SqlRow> query(String sql, List<?> parameters) throws SQLException;

    /** Runs one statement; answers how many rows it concerned. */
    int update(String sql, List<?> parameters) throws SQLException;

    /** Runs one statement for every list of parameters, in as few round trips as the driver can; no rows, no trip. */
    void batch(String sql, List<List<@Nullable Object>> rows) throws SQLException;
}
