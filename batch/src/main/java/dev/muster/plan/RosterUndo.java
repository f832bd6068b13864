package dev.muster.plan;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What takes back what a plan for a group or resource did to a target. Pure. */
public final class RosterUndo {
    private RosterUndo() {}

    /**
     * The plan that makes it as it was.
     *
     * @param plan what was applied, perhaps in part
     * @param before what the target held then
     * @return empty where nothing can have changed, or where nobody knows what was there
     */
    public static Optional<RosterPlan> of(RosterPlan plan, RosterState before) {
        if (plan instanceof RosterPlan.Create create) {
            return before instanceof RosterState.Absent
                    ? Optional.of(new RosterPlan.Delete(create.origin(), create.key()))
                    : Optional.empty();
        }
        if (!(before instanceof RosterState.Present present)) {
            return Optional.empty();
        }
        return Optional.of(plan instanceof RosterPlan.Change change ? back(change, present) : again(plan, present));
    }

    /**
     * The plan that takes back one whose answer was lost.
     *
     * @param now what the target holds since; of something new it has to be what was planned, not somebody else's
     */
    public static Optional<RosterPlan> ofLost(RosterPlan plan, RosterState before, RosterState now) {
        boolean foreign = plan instanceof RosterPlan.Create create && !isAsPlanned(create, now);
        return foreign ? Optional.empty() : of(plan, before);
    }

    private static boolean isAsPlanned(RosterPlan.Create plan, RosterState now) {
        if (!(now instanceof RosterState.Present present)) {
            return false;
        }
        long gidNumber = number(present, Field.GID_NUMBER);
        long principalId = number(present, Field.PRINCIPAL_ID);
        boolean unnumbered = gidNumber == 0 && principalId == 0;
        return unnumbered
                ? present.values().entrySet().containsAll(plan.spec().values().entrySet())
                        && present.members().equals(plan.spec().members())
                : (gidNumber != 0 && gidNumber == plan.claims().gidNumber())
                        || (principalId != 0 && principalId == plan.claims().principalId());
    }

    private static RosterPlan back(RosterPlan.Change change, RosterState.Present before) {
        List<FieldChange> changes = change.changes().stream()
                .map(each ->
                        new FieldChange(each.field(), each.to(), before.values().getOrDefault(each.field(), List.of())))
                .toList();
        Set<ObjectKey> coming = new LinkedHashSet<>(change.going());
        coming.retainAll(before.members());
        Set<ObjectKey> going = new LinkedHashSet<>(change.coming());
        going.removeAll(before.members());
        return new RosterPlan.Change(change.origin(), change.key(), changes, coming, going);
    }

    private static RosterPlan again(RosterPlan plan, RosterState.Present before) {
        SortedMap<Field, List<String>> values = new TreeMap<>(before.values());
        values.keySet().removeAll(Set.of(Field.GID_NUMBER, Field.PRINCIPAL_ID));
        RosterClaims claims = new RosterClaims(number(before, Field.GID_NUMBER), number(before, Field.PRINCIPAL_ID));
        return new RosterPlan.Create(new RosterSpec(plan.origin(), plan.key(), values, before.members()), claims);
    }

    private static long number(RosterState.Present before, Field field) {
        return before.first(field).map(Long::parseLong).orElse(0L);
    }
}
