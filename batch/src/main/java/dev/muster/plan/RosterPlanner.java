package dev.muster.plan;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a group or resource as wanted with what is there. A source rules over the fields that it gives and over the
 * members that it gave; a member whom somebody else gave stays, unless the source is declared complete. Pure.
 */
public final class RosterPlanner {
    private RosterPlanner() {}

    /**
     * The least that has to be done; empty when nothing.
     *
     * @throws IllegalArgumentException if nobody knows what is there: that has to be ruled out before
     */
    public static Optional<RosterPlan> plan(RosterSituation situation) {
        if (situation.there() instanceof RosterState.Unknown unknown) {
            throw new IllegalArgumentException(situation.spec().key() + " cannot be planned: " + unknown.reason());
        }
        return situation.there() instanceof RosterState.Present present
                ? change(situation, present)
                : Optional.of(new RosterPlan.Create(situation.spec(), situation.claims()));
    }

    private static Optional<RosterPlan> change(RosterSituation situation, RosterState.Present present) {
        RosterSpec spec = situation.spec();
        List<FieldChange> changes = changes(situation, present);
        Set<ObjectKey> coming = present.everybody() ? Set.of() : without(spec.members(), present.members());
        Set<ObjectKey> going = without(present.members(), spec.members());
        if (!situation.complete()) {
            going.retainAll(situation.given());
        }
        return changes.isEmpty() && coming.isEmpty() && going.isEmpty()
                ? Optional.empty()
                : Optional.of(new RosterPlan.Change(spec.origin(), spec.key(), changes, coming, going));
    }

    private static List<FieldChange> changes(RosterSituation situation, RosterState.Present present) {
        List<FieldChange> changes = new ArrayList<>();
        situation.spec().values().forEach((field, wanted) -> {
            List<String> actual = present.values().getOrDefault(field, List.of());
            if (situation.keeps().test(field) && !same(field, actual, wanted)) {
                changes.add(new FieldChange(field, actual, wanted));
            }
        });
        return changes;
    }

    private static boolean same(Field field, List<String> one, List<String> other) {
        return field.equals(Field.MAIL)
                ? String.join(",", one).equalsIgnoreCase(String.join(",", other))
                : one.equals(other);
    }

    private static Set<ObjectKey> without(Collection<ObjectKey> all, Collection<ObjectKey> others) {
        Set<ObjectKey> rest = new LinkedHashSet<>(all);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }
}
