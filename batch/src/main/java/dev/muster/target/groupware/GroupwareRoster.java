package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import dev.muster.target.groupware.RosterReader.Found;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Groups and resources of the groupware; it has no resource groups. Members have to be users already. Writes go through
 * the same lane as people do, one transaction per call. Thread-safe.
 */
final class GroupwareRoster implements Roster {
    /** So that a query stays well below the server's limits, however many keys are asked for. */
    private static final int KEYS_PER_QUERY = 500;

    private final GroupwareSettings settings;
    private final Retries retries;
    private final Supplier<Site> site;
    private final Lock writing;

    /**
     * @param site what the tables and the context look like; asks the database when first needed
     * @param writing held by whoever writes
     */
    GroupwareRoster(GroupwareSettings settings, Retries retries, Supplier<Site> site, Lock writing) {
        this.settings = settings;
        this.retries = retries;
        this.site = site;
        this.writing = writing;
    }

    @Override
    public TargetName name() {
        return TargetName.GROUPWARE;
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind) {
        return RosterTable.of(kind).isPresent();
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind, Field field) {
        return RosterTable.of(kind)
                .filter(table ->
                        field.equals(Field.PRINCIPAL_ID) || table.column(field).isPresent())
                .isPresent();
    }

    @Override
    public Map<ObjectKey, RosterState> read(Collection<ObjectKey> keys) {
        keys.forEach(this::requireKept);
        Map<ObjectKey, RosterState> states = new LinkedHashMap<>();
        for (List<ObjectKey> some : parts(keys)) {
            Map<ObjectKey, Found> found = transaction(
                    "Reading " + some.size() + " groups and resources",
                    (session, place) -> new RosterReader(session, place).read(some));
            some.forEach(key -> {
                Found row = found.get(key);
                states.put(key, row == null ? new RosterState.Absent() : row.state());
            });
        }
        return states;
    }

    @Override
    public Map<ObjectKey, Set<ObjectKey>> membershipsOf(Collection<ObjectKey> members) {
        Map<ObjectKey, Set<ObjectKey>> memberships = new LinkedHashMap<>();
        members.forEach(member -> memberships.put(member, Set.of()));
        List<ObjectKey> people = members.stream()
                .filter(member -> member.kind() == ObjectKey.Kind.USER)
                .toList();
        for (List<ObjectKey> some : parts(people)) {
            memberships.putAll(transaction(
                    "Looking for the groups of " + some.size() + " users",
                    (session, place) -> new RosterReader(session, place).memberships(some)));
        }
        return memberships;
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans) {
        if (plans.isEmpty()) {
            return Map.of();
        }
        plans.forEach(plan -> requireKept(plan.key()));
        Site place = site.get();
        writing.lock();
        try {
            return write(place, plans);
        } catch (SQLException failure) {
            throw unusable(failure, "Writing " + plans.size() + " groups and resources");
        } finally {
            writing.unlock();
        }
    }

    /** All in one transaction; when the database refuses that for one's sake, each in one of its own. */
    private Map<ObjectKey, StepOutcome> write(Site place, List<? extends RosterPlan> plans) throws SQLException {
        try {
            return retries.inTransaction(session -> new RosterWriter(session, place).write(plans));
        } catch (SQLException failure) {
            if (!SqlErrors.concernsRow(failure)) {
                throw failure;
            }
            return plans.size() == 1 ? refused(plans.get(0), failure) : writeOneByOne(place, plans);
        }
    }

    private Map<ObjectKey, StepOutcome> writeOneByOne(Site place, List<? extends RosterPlan> plans)
            throws SQLException {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (RosterPlan plan : plans) {
            outcomes.putAll(write(place, List.of(plan)));
        }
        return outcomes;
    }

    private static Map<ObjectKey, StepOutcome> refused(RosterPlan plan, SQLException failure) {
        return Map.of(plan.key(), new StepOutcome.Failed(SqlErrors.problem(failure, plan.origin(), plan.key())));
    }

    private interface PlaceWork<T> {
        T in(SqlSession session, Site place) throws SQLException;
    }

    private <T> T transaction(String attempted, PlaceWork<T> work) {
        Site place = site.get();
        try {
            return retries.inTransaction(session -> work.in(session, place));
        } catch (SQLException failure) {
            throw unusable(failure, attempted);
        }
    }

    private RuntimeException unusable(SQLException failure, String attempted) {
        return SqlErrors.exception(failure, attempted, settings.place());
    }

    private void requireKept(ObjectKey key) {
        if (!keeps(key.kind())) {
            throw new IllegalArgumentException("The groupware keeps no " + key + ".");
        }
    }

    private static List<List<ObjectKey>> parts(Collection<ObjectKey> keys) {
        List<ObjectKey> all = List.copyOf(new LinkedHashSet<>(keys));
        List<List<ObjectKey>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
            parts.add(all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY)));
        }
        return parts;
    }
}
