package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterDraft;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.plan.RosterPlanner;
import dev.muster.plan.RosterSituation;
import dev.muster.target.Roster;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at groups and resources, and puts together what the planner looks at. Thread-safe. */
final class RosterRoom {
    private final RosterRules rules;

    RosterRoom(RosterRules rules) {
        this.rules = rules;
    }

    /**
     * What was decided about some objects, and what is there of them.
     *
     * @param states by object and target; only of targets that may be written
     */
    record View(
            Map<ObjectKey, Map<TargetName, RosterState>> states,
            Map<ObjectKey, RosterClaims> claims,
            Map<ObjectKey, Set<ObjectKey>> given) {
        Map<TargetName, RosterState> of(ObjectKey key) {
            return states.getOrDefault(key, Map.of());
        }

        RosterClaims claimsOf(ObjectKey key) {
            return claims.getOrDefault(key, RosterClaims.none());
        }

        Set<ObjectKey> givenTo(ObjectKey key) {
            return given.getOrDefault(key, Set.of());
        }

        View with(Map<ObjectKey, RosterClaims> others) {
            return new View(states, others, given);
        }
    }

    /** One bulk read of every target that may be written. */
    View look(Collection<ObjectKey> keys) {
        Map<ObjectKey, Map<TargetName, RosterState>> states = new HashMap<>();
        for (Roster roster : rules.targets().rosters()) {
            List<ObjectKey> kept =
                    keys.stream().filter(key -> roster.keeps(key.kind())).toList();
            roster.read(kept)
                    .forEach((key, state) -> states.computeIfAbsent(key, any -> new EnumMap<>(TargetName.class))
                            .put(roster.name(), state));
        }
        return new View(states, rules.rosters().find(keys), rules.rosters().given(keys));
    }

    /** The least that is to be done. @throws IllegalArgumentException if some target could not say what is there */
    RosterWork work(RosterDraft draft, View view) {
        Map<TargetName, RosterPlan> steps = new EnumMap<>(TargetName.class);
        for (Roster roster : rules.writing(draft.key().kind())) {
            RosterState there = view.of(draft.key()).getOrDefault(roster.name(), new RosterState.Absent());
            RosterPlanner.plan(situation(draft, view, roster, there)).ifPresent(plan -> steps.put(roster.name(), plan));
        }
        return new RosterWork(draft, steps, view.of(draft.key()));
    }

    private RosterSituation situation(RosterDraft draft, View view, Roster roster, RosterState there) {
        Set<ObjectKey> members = there instanceof RosterState.Present present ? present.members() : Set.of();
        return new RosterSituation(
                draft.spec(members),
                view.claimsOf(draft.key()),
                view.givenTo(draft.key()),
                rules.completeMembers(),
                there,
                field -> roster.keeps(draft.key().kind(), field));
    }
}
