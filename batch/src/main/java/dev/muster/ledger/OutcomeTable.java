package dev.muster.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Intents and outcomes, tables {@code muster_intent} and {@code muster_outcome}. Thread-safe. */
public final class OutcomeTable {
    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;

    OutcomeTable(JdbcTemplate jdbc, JdbcTemplate streaming) {
        this.jdbc = jdbc;
        this.streaming = streaming;
    }

    /** Records what is about to be written; an intent that is there from before a crash stays with its first image. */
    public void intend(long runId, Map<Long, String> beforeImages) {
        List<Object[]> rows = new ArrayList<>();
        beforeImages.forEach((ordinal, image) -> rows.add(new Object[] {runId, ordinal, image}));
        jdbc.batchUpdate(
                "INSERT INTO muster_intent VALUES (?,?,?) ON DUPLICATE KEY UPDATE before_image = before_image", rows);
    }

    public void insert(long runId, Collection<ObjectOutcome> outcomes, long now) {
        List<Object[]> rows = new ArrayList<>();
        outcomes.forEach(outcome -> rows.add(
                new Object[] {runId, outcome.ordinal(), outcome.result().name(), outcome.targets(), now}));
        jdbc.batchUpdate("INSERT INTO muster_outcome VALUES (?,?,?,?,?)", rows);
    }

    /** The rows of an ordinal range, both ends included, that have an outcome, with what it is. */
    public Map<Long, ObjectOutcome.Result> between(long runId, long first, long last) {
        Map<Long, ObjectOutcome.Result> results = new TreeMap<>();
        jdbc.query(
                "SELECT ordinal, result FROM muster_outcome WHERE run_id = ? AND ordinal BETWEEN ? AND ?",
                row -> {
                    results.put(row.getLong(1), ObjectOutcome.Result.valueOf(row.getString(2)));
                },
                runId,
                first,
                last);
        return results;
    }

    /** The exact totals of a run, from what is recorded and nothing else. */
    public Totals totals(long runId, long rowsRead, long rejected) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "SELECT p.kind, COALESCE(o.result, 'PENDING'), COUNT(*) FROM muster_plan p"
                        + " LEFT JOIN muster_outcome o ON o.run_id = p.run_id AND o.ordinal = p.ordinal"
                        + " WHERE p.run_id = ? GROUP BY p.kind, COALESCE(o.result, 'PENDING')",
                row -> {
                    counts.merge(Totals.column(row.getString(1), row.getString(2)), row.getLong(3), Long::sum);
                },
                runId);
        long followed =
                Sql.count(jdbc, "SELECT COUNT(*) FROM muster_plan WHERE run_id = ? AND ordinal > ?", runId, rowsRead);
        return Totals.of(rowsRead, rejected, followed, counts);
    }

    /** How many objects failed so far. */
    public long failed(long runId) {
        return Sql.count(jdbc, "SELECT COUNT(*) FROM muster_outcome WHERE run_id = ? AND result = 'FAILED'", runId);
    }

    /** Objects finished per second since the epoch, ascending: the throughput over time. */
    public Map<Long, Long> perSecond(long runId) {
        Map<Long, Long> perSecond = new TreeMap<>();
        jdbc.query(
                "SELECT finished_at - MOD(finished_at, 1000), COUNT(*) FROM muster_outcome WHERE run_id = ?"
                        + " GROUP BY finished_at - MOD(finished_at, 1000)",
                row -> {
                    perSecond.put(row.getLong(1) / 1000, row.getLong(2));
                },
                runId);
        return perSecond;
    }

    /** How many objects came to the same at the targets, by the text of {@link ObjectOutcome#targets()}. */
    public Map<String, Long> targets(long runId) {
        Map<String, Long> targets = new TreeMap<>();
        jdbc.query(
                "SELECT targets, COUNT(*) FROM muster_outcome WHERE run_id = ? GROUP BY targets",
                row -> {
                    targets.put(row.getString(1), row.getLong(2));
                },
                runId);
        return targets;
    }

    /** Every planned row with what came of it, in the order of the feed, one at a time. */
    public void each(long runId, Consumer<RowResult> consumer) {
        streaming.query(
                "SELECT p.ordinal, p.line, p.identity, p.user_name, p.kind, COALESCE(o.result, 'PENDING') AS result,"
                        + " COALESCE(o.targets, '') AS targets FROM muster_plan p"
                        + " LEFT JOIN muster_outcome o ON o.run_id = p.run_id AND o.ordinal = p.ordinal"
                        + " WHERE p.run_id = ? ORDER BY p.ordinal",
                row -> {
                    consumer.accept(new RowResult(
                            row.getLong("ordinal"),
                            row.getLong("line"),
                            row.getString("identity"),
                            row.getString("user_name"),
                            Totals.column(row.getString("kind"), row.getString("result")),
                            row.getString("targets")));
                },
                runId);
    }
}
