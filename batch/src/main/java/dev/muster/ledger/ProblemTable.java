package dev.muster.ledger;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The problems, table {@code muster_problem}. Thread-safe. */
public final class ProblemTable {
    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;

    ProblemTable(JdbcTemplate jdbc, JdbcTemplate streaming) {
        this.jdbc = jdbc;
        this.streaming = streaming;
    }

    /**
     * Records problems; repeating a stage for a row replaces nothing, so clear it first.
     *
     * @param numbers a running number that tells several problems of one row apart
     */
    public void insert(long runId, Stage stage, Collection<Problem> problems, LongSupplier numbers) {
        List<Object[]> rows = new ArrayList<>();
        problems.forEach(problem -> rows.add(new Object[] {
            runId,
            problem.origin().ordinal(),
            stage.name(),
            numbers.getAsLong(),
            problem.origin().line(),
            problem.code().name(),
            problem.field(),
            problem.reason(),
            problem.suggestion()
        }));
        jdbc.batchUpdate("INSERT INTO muster_problem VALUES " + Sql.list(9), rows);
    }

    /** Forgets what a stage found, before it is gone through again. */
    public void clear(long runId, Stage stage) {
        jdbc.update("DELETE FROM muster_problem WHERE run_id = ? AND stage = ?", runId, stage.name());
    }

    /** The rows of an ordinal range, both ends included, that are rejected. */
    public Set<Long> rejected(long runId, long first, long last) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT DISTINCT ordinal FROM muster_problem WHERE run_id = ? AND ordinal BETWEEN ? AND ?"
                        + " AND stage <> 'APPLY'",
                Long.class,
                runId,
                first,
                last));
    }

    /** How many rows are rejected. */
    public long rejectedRows(long runId) {
        return Sql.count(
                jdbc,
                "SELECT COUNT(DISTINCT ordinal) FROM muster_problem WHERE run_id = ? AND ordinal > 0"
                        + " AND stage <> 'APPLY'",
                runId);
    }

    /** How often each kind of problem was found. */
    public Map<ErrorCode, Long> kinds(long runId) {
        Map<ErrorCode, Long> kinds = new HashMap<>();
        jdbc.query(
                "SELECT code, COUNT(*) FROM muster_problem WHERE run_id = ? GROUP BY code",
                row -> {
                    kinds.put(ErrorCode.valueOf(row.getString(1)), row.getLong(2));
                },
                runId);
        return kinds;
    }

    /**
     * Every problem in the order of the feed, read as it is asked for. To be closed; holds a connection of its own, so
     * long as the caller is in no transaction.
     *
     * @param file the feed's name, for the problems' origins
     */
    public Stream<Problem> inOrder(long runId, String file) {
        return streaming.queryForStream(
                "SELECT * FROM muster_problem WHERE run_id = ? ORDER BY ordinal, stage, number",
                (row, number) -> problem(file, row),
                runId);
    }

    /**
     * As {@link #inOrder}, but only of rows that can be corrected and fed again: rejected rows and failed objects, not
     * what was left out because somebody else changed it.
     */
    public Stream<Problem> toCorrect(long runId, String file) {
        return streaming.queryForStream(
                "SELECT p.* FROM muster_problem p"
                        + " LEFT JOIN muster_outcome o ON o.run_id = p.run_id AND o.ordinal = p.ordinal"
                        + " WHERE p.run_id = ? AND (p.stage <> 'APPLY' OR o.result = 'FAILED')"
                        + " ORDER BY p.ordinal, p.stage, p.number",
                (row, number) -> problem(file, row),
                runId);
    }

    private static Problem problem(String file, ResultSet row) throws SQLException {
        return new Problem(
                new Origin(file, row.getLong("line"), row.getLong("ordinal")),
                ErrorCode.valueOf(row.getString("code")),
                row.getString("field"),
                row.getString("reason"),
                row.getString("suggestion"));
    }
}
