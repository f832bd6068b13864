package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.RosterDraft;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done for one group, resource or resource group.
 *
 * @param draft what its row says
 * @param steps a plan for every target that has something to do
 * @param states what the targets hold that may be written
 */
public record RosterWork(RosterDraft draft, Map<TargetName, RosterPlan> steps, Map<TargetName, RosterState> states) {
    public RosterWork {
        steps = inOrder(steps);
        states = inOrder(states);
    }

    public ObjectKey key() {
        return draft.key();
    }

    /** New where no target has it; a change where some have it, even if others get all of it. */
    public PlanKind kind() {
        if (steps.isEmpty()) {
            return PlanKind.UNCHANGED;
        }
        return states.values().stream().allMatch(RosterState.Absent.class::isInstance)
                ? PlanKind.CREATE
                : PlanKind.CHANGE;
    }

    /** Who is to become a member in any target and is none there yet. */
    public Set<ObjectKey> coming() {
        Set<ObjectKey> coming = new LinkedHashSet<>();
        steps.values().forEach(step -> {
            if (step instanceof RosterPlan.Create create) {
                coming.addAll(create.spec().members());
            } else if (step instanceof RosterPlan.Change change) {
                coming.addAll(change.coming());
            }
        });
        return coming;
    }

    /** The same with those among the coming members only who are known, in their own spelling. */
    RosterWork among(Map<ObjectKey, ObjectKey> known) {
        Map<TargetName, RosterPlan> kept = new EnumMap<>(TargetName.class);
        steps.forEach((target, step) -> {
            if (step instanceof RosterPlan.Create create) {
                RosterSpec spec = create.spec().withMembers(among(create.spec().members(), known));
                kept.put(target, new RosterPlan.Create(spec, create.claims()));
            } else if (step instanceof RosterPlan.Change change) {
                Set<ObjectKey> coming = among(change.coming(), known);
                kept.put(
                        target,
                        new RosterPlan.Change(change.origin(), change.key(), change.changes(), coming, change.going()));
            }
        });
        return new RosterWork(draft, kept, states);
    }

    private static Set<ObjectKey> among(Set<ObjectKey> members, Map<ObjectKey, ObjectKey> known) {
        Set<ObjectKey> kept = new LinkedHashSet<>();
        members.forEach(member -> Optional.ofNullable(known.get(member)).ifPresent(kept::add));
        return kept;
    }

    /** The number by which the groupware knows it; 0 where it does not, or keeps no such objects. */
    long groupwareId() {
        if (steps.get(TargetName.GROUPWARE) instanceof RosterPlan.Create create) {
            return create.claims().principalId();
        }
        return states.get(TargetName.GROUPWARE) instanceof RosterState.Present present
                ? present.first(Field.PRINCIPAL_ID).map(Long::parseLong).orElse(0L)
                : 0;
    }

    /** The plan as it is kept. */
    public PlanRow toRecord() {
        return new PlanRow(
                draft.origin().ordinal(),
                draft.origin().line(),
                draft.key().kind(),
                draft.identity(),
                draft.key().name(),
                kind(),
                ChangeDigests.of(steps));
    }

    private static <T> Map<TargetName, T> inOrder(Map<TargetName, T> by) {
        Map<TargetName, T> sorted = new EnumMap<>(TargetName.class);
        sorted.putAll(by);
        return Collections.unmodifiableMap(sorted);
    }
}
