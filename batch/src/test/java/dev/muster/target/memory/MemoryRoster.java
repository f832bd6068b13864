package dev.muster.target.memory;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A roster in memory that keeps everything, with a primary group {@code users}. Thread-safe. */
public final class MemoryRoster implements Roster {
    public static final ObjectKey PRIMARY = ObjectKey.group("users");

    private final TargetName name;
    private final Map<ObjectKey, RosterState.Present> objects = new ConcurrentHashMap<>();
    private final Map<ObjectKey, StepOutcome> refusals = new ConcurrentHashMap<>();

    private volatile Runnable onApply = () -> {};

    public MemoryRoster(TargetName name) {
        this.name = name;
        objects.put(PRIMARY, new RosterState.Present(new TreeMap<>(), Set.of(), true));
    }

    /** Answers this from now on instead of applying a plan for the object. */
    public void refuse(ObjectKey key, StepOutcome outcome) {
        refusals.put(key, outcome);
    }

    /** Applies plans for the object again. */
    public void accept(ObjectKey key) {
        refusals.remove(key);
    }

    /** Happens before every call that applies. */
    public void onApply(Runnable happening) {
        onApply = happening;
    }

    @Override
    public TargetName name() {
        return name;
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind) {
        return kind.isRoster();
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind, Field field) {
        return keeps(kind);
    }

    @Override
    public Map<ObjectKey, RosterState> read(Collection<ObjectKey> keys) {
        Map<ObjectKey, RosterState> states = new LinkedHashMap<>();
        for (ObjectKey key : keys) {
            RosterState.Present present = objects.get(key);
            states.put(key, present == null ? new RosterState.Absent() : present);
        }
        return states;
    }

    @Override
    public Map<ObjectKey, Set<ObjectKey>> membershipsOf(Collection<ObjectKey> members) {
        Map<ObjectKey, Set<ObjectKey>> memberships = new LinkedHashMap<>();
        for (ObjectKey member : members) {
            Set<ObjectKey> in = new LinkedHashSet<>();
            objects.forEach((key, present) -> {
                if (present.members().contains(member)) {
                    in.add(key);
                }
            });
            memberships.put(member, in);
        }
        return memberships;
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans) {
        onApply.run();
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (RosterPlan plan : plans) {
            StepOutcome refusal = refusals.get(plan.key());
            outcomes.put(plan.key(), refusal == null ? apply(plan) : refusal);
        }
        return outcomes;
    }

    private synchronized StepOutcome apply(RosterPlan plan) {
        if (plan instanceof RosterPlan.Create create) {
            return create(create);
        }
        if (plan instanceof RosterPlan.Change change) {
            return change(change);
        }
        if (plan.key().equals(PRIMARY)) {
            return failed(plan, ErrorCode.PROTECTED);
        }
        objects.remove(plan.key());
        return StepOutcome.Done.plainly();
    }

    private StepOutcome create(RosterPlan.Create plan) {
        SortedMap<Field, List<String>> values = new TreeMap<>(plan.spec().values());
        put(values, Field.GID_NUMBER, plan.claims().gidNumber());
        put(values, Field.PRINCIPAL_ID, plan.claims().principalId());
        RosterState.Present wanted = new RosterState.Present(values, plan.spec().members(), false);
        RosterState.Present before = objects.putIfAbsent(plan.key(), wanted);
        boolean asClaimed = before == null || before.values().equals(values);
        return asClaimed ? StepOutcome.Done.plainly() : failed(plan, ErrorCode.GROUPWARE_EXISTS);
    }

    private StepOutcome change(RosterPlan.Change plan) {
        RosterState.Present before = objects.get(plan.key());
        if (before == null) {
            return failed(plan, ErrorCode.NOT_THERE);
        }
        if (before.everybody()) {
            return plan.going().isEmpty() ? StepOutcome.Done.plainly() : failed(plan, ErrorCode.PROTECTED);
        }
        SortedMap<Field, List<String>> values = new TreeMap<>(before.values());
        for (FieldChange change : plan.changes()) {
            values.put(change.field(), change.to());
        }
        values.values().removeIf(List::isEmpty);
        Set<ObjectKey> members = new LinkedHashSet<>(before.members());
        members.addAll(plan.coming());
        members.removeAll(plan.going());
        objects.put(plan.key(), new RosterState.Present(values, members, false));
        return StepOutcome.Done.plainly();
    }

    private static void put(Map<Field, List<String>> values, Field field, long number) {
        if (number != 0) {
            values.put(field, List.of(Long.toString(number)));
        }
    }

    private static StepOutcome failed(RosterPlan plan, ErrorCode code) {
        return new StepOutcome.Failed(
                new Problem(plan.origin(), code, "", plan.key() + " cannot be had so.", "Look at it."));
    }
}
