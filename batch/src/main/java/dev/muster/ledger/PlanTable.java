package dev.muster.ledger;

import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plans, table {@code muster_plan}. Thread-safe. */
public final class PlanTable {
    private final JdbcTemplate jdbc;

    PlanTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(long runId, Collection<PlanRow> plans) {
        List<Object[]> rows = new ArrayList<>();
        plans.forEach(plan -> rows.add(row(runId, plan, plan.kind())));
        jdbc.batchUpdate("INSERT INTO muster_plan VALUES " + Sql.list(8), rows);
    }

    private static Object[] row(long runId, PlanRow plan, PlanKind kind) {
        return new Object[] {
            runId,
            plan.ordinal(),
            plan.line(),
            plan.identity(),
            plan.userName(),
            kind.name(),
            Sql.joined(plan.changes()),
            plan.object().name()
        };
    }

    /** How many plans come to what. Kinds that do not occur are missing. */
    public Map<PlanKind, Long> kinds(long runId) {
        Map<PlanKind, Long> kinds = new EnumMap<>(PlanKind.class);
        jdbc.query(
                "SELECT kind, COUNT(*) FROM muster_plan WHERE run_id = ? GROUP BY kind",
                row -> {
                    kinds.put(PlanKind.valueOf(row.getString(1)), row.getLong(2));
                },
                runId);
        return kinds;
    }

    /** How many of the feed's rows, which end at this ordinal, have a plan. */
    public long planned(long runId, long last) {
        return Sql.count(jdbc, "SELECT COUNT(*) FROM muster_plan WHERE run_id = ? AND ordinal <= ?", runId, last);
    }

    /** How many plans there are for this kind of objects, with something to do or not. */
    public long planned(long runId, ObjectKey.Kind object) {
        return Sql.count(
                jdbc, "SELECT COUNT(*) FROM muster_plan WHERE run_id = ? AND object = ?", runId, object.name());
    }

    /** How many plans for these kinds of objects have something to do. */
    public long toDo(long runId, Collection<ObjectKey.Kind> objects) {
        List<Object> arguments = new ArrayList<>(List.of(runId));
        objects.forEach(object -> arguments.add(object.name()));
        String sql = "SELECT COUNT(*) FROM muster_plan WHERE run_id = ? AND kind <> 'UNCHANGED' AND object IN "
                + Sql.list(objects.size());
        return Sql.count(jdbc, sql, arguments.toArray());
    }

    /**
     * The next plans with something to do and no outcome, by ordinal: above {@code after}, up to and with {@code last}.
     *
     * @param object the kind of objects they are about
     */
    public List<PlanRow> toApply(long runId, ObjectKey.Kind object, long after, long last, int limit) {
        return jdbc.query(
                "SELECT * FROM muster_plan p WHERE run_id = ? AND ordinal > ? AND ordinal <= ? AND object = ?"
                        + " AND kind <> 'UNCHANGED' AND NOT EXISTS (SELECT 1 FROM muster_outcome o"
                        + " WHERE o.run_id = p.run_id AND o.ordinal = p.ordinal) ORDER BY ordinal LIMIT " + limit,
                PlanTable::plan,
                runId,
                after,
                last,
                object.name());
    }

    /** All plans for objects of this kind, with something to do or not, by ordinal. */
    public List<PlanRow> all(long runId, ObjectKey.Kind object) {
        return jdbc.query(
                "SELECT * FROM muster_plan WHERE run_id = ? AND object = ? ORDER BY ordinal",
                PlanTable::plan,
                runId,
                object.name());
    }

    /** What was planned as no change, or not at all, has become one, such as by a group's new members. */
    public void foundChanged(long runId, Collection<PlanRow> plans) {
        jdbc.batchUpdate(
                "INSERT INTO muster_plan VALUES " + Sql.list(8) + " ON DUPLICATE KEY UPDATE kind = VALUES(kind)",
                plans.stream().map(plan -> row(runId, plan, PlanKind.CHANGE)).toList());
    }

    /** The ordinals of all people's plans with something to do, ascending. */
    public List<Long> ordinalsToApply(long runId) {
        return jdbc.queryForList(
                "SELECT ordinal FROM muster_plan WHERE run_id = ? AND object = 'USER' AND kind <> 'UNCHANGED'"
                        + " ORDER BY ordinal",
                Long.class,
                runId);
    }

    private static PlanRow plan(ResultSet row, int number) throws SQLException {
        return new PlanRow(
                row.getLong("ordinal"),
                row.getLong("line"),
                ObjectKey.Kind.valueOf(row.getString("object")),
                row.getString("identity"),
                row.getString("user_name"),
                PlanKind.valueOf(row.getString("kind")),
                Sql.split(row.getString("changes")));
    }
}
