package dev.muster.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs, table {@code muster_run}. Thread-safe. */
public final class RunTable {
    private final JdbcTemplate jdbc;

    RunTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a new run under the next free id; the caller holds the site lock, so nobody else takes the same. */
    public Run begin(Run run) {
        Long id = jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) + 1 FROM muster_run", Long.class);
        jdbc.update(
                "INSERT INTO muster_run VALUES " + Sql.list(14),
                id,
                run.source(),
                run.feed(),
                run.digest(),
                run.format(),
                run.options(),
                Run.State.RUNNING.name(),
                run.startedAt(),
                0,
                0,
                0,
                1,
                run.site(),
                run.begunBy());
        return find(id == null ? 1 : id).orElseThrow();
    }

    public void checked(long id, long rowsRead, boolean completeFeed) {
        jdbc.update(
                "UPDATE muster_run SET rows_read = ?, complete_feed = ? WHERE id = ?",
                rowsRead,
                completeFeed ? 1 : 0,
                id);
    }

    public void running(long id, String resumedBy) {
        jdbc.update(
                "UPDATE muster_run SET state = ?, ended_at = 0, begun_by = ? WHERE id = ?",
                Run.State.RUNNING.name(),
                resumedBy,
                id);
    }

    public void ended(long id, Run.State state, int exitStatus, long now) {
        jdbc.update(
                "UPDATE muster_run SET state = ?, exit_status = ?, ended_at = ? WHERE id = ?",
                state.name(),
                exitStatus,
                now,
                id);
    }

    public Optional<Run> find(long id) {
        return jdbc.query("SELECT * FROM muster_run WHERE id = ?", RunTable::run, id).stream()
                .findFirst();
    }

    /** The newest run, finished or not. */
    public Optional<Run> newest() {
        return newest(1).stream().findFirst();
    }

    /** The newest runs, newest first. */
    public List<Run> newest(int count) {
        return jdbc.query("SELECT * FROM muster_run ORDER BY id DESC LIMIT " + count, RunTable::run);
    }

    /**
     * The newest run of this source that was done with a CSV or LDIF feed: its feed's format is what an unattended run goes
     * by, and a file of calls has none.
     */
    public Optional<Run> lastGood(String source) {
        return jdbc
                .query(
                        "SELECT * FROM muster_run WHERE source = ? AND state = 'DONE' AND exit_status IN (0, 2)"
                                + " AND (format LIKE 'csv %' OR format LIKE 'ldif %')"
                                + " ORDER BY id DESC LIMIT 1",
                        RunTable::run, source)
                .stream()
                .findFirst();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("source"),
                row.getString("feed"),
                row.getString("digest"),
                row.getString("format"),
                row.getString("options"),
                Run.State.valueOf(row.getString("state")),
                row.getLong("started_at"),
                row.getLong("ended_at"),
                row.getInt("exit_status"),
                row.getLong("rows_read"),
                row.getInt("complete_feed") == 1,
                row.getString("site"),
                row.getString("begun_by"));
    }
}
