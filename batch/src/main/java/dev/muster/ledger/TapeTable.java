package dev.muster.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tapes, table {@code muster_tape}. Thread-safe. */
public final class TapeTable {
    /** Marks a segment that was decided, whatever was asked for it. */
    private static final String DECIDED = "";

    private final JdbcTemplate jdbc;

    TapeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(long runId, Tape tape) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {runId, tape.segment(), DECIDED, ""});
        tape.answers().forEach((question, answer) -> rows.add(new Object[] {runId, tape.segment(), question, answer}));
        jdbc.batchUpdate("INSERT INTO muster_tape VALUES " + Sql.list(4), rows);
    }

    /** The tape of a segment that was decided. */
    public Optional<Tape> find(long runId, long segment) {
        Map<String, String> answers = new HashMap<>();
        jdbc.query(
                "SELECT question, answer FROM muster_tape WHERE run_id = ? AND segment = ?",
                row -> {
                    answers.put(row.getString(1), row.getString(2));
                },
                runId,
                segment);
        return answers.remove(DECIDED) == null ? Optional.empty() : Optional.of(new Tape(segment, answers));
    }

    /** Forgets the tape of a segment that is done. */
    public void forget(long runId, long segment) {
        jdbc.update("DELETE FROM muster_tape WHERE run_id = ? AND segment = ? AND question <> ''", runId, segment);
    }
}
