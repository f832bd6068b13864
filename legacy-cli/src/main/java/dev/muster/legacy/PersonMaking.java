package dev.muster.legacy;

import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.Journey;
import dev.muster.provision.PlannedRow;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.groupware.GroupwareTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one person, whole or not at all. Used once. */
final class PersonMaking {
    private final LegacySite site;
    private final Source source;
    private final UserDraft draft;
    private final Call call;

    PersonMaking(LegacySite site, Source source, UserDraft draft, Call call) {
        this.site = site;
        this.source = source;
        this.draft = draft;
        this.call = call;
    }

    /** @return what was done */
    String make() {
        ObjectPlan plan = plan();
        site.claims().commit();
        Journey journey = site.apply(plan);
        if (!journey.succeeded()) {
            throw Problems.refusal(journey.problems(), "");
        }
        return "User " + plan.key().name() + " added to " + names(plan.targets()) + ".";
    }

    private ObjectPlan plan() {
        boolean completing = !source.toldByCall();
        PlannedRow planned = site.planner(completing, completing ? Set.of("username") : Set.of())
                .plan(List.of(draft))
                .get(0);
        if (planned instanceof PlannedRow.Refused refused) {
            throw Problems.refusal(refused.problems(), "Nothing was touched.");
        }
        PlannedRow.Ready ready = (PlannedRow.Ready) planned;
        requireAbsent(ready);
        return ready.plan();
    }

    private void requireAbsent(PlannedRow.Ready ready) {
        Set<TargetName> there = ready.states().entrySet().stream()
                .filter(state -> source.written().contains(state.getKey()))
                .filter(state -> state.getValue() instanceof TargetState.Present)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!there.isEmpty() && (source.toldByCall() || isWhole(ready.plan()))) {
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The user " + ready.plan().key().name() + " exists already (" + names(there)
                            + "). Nothing was touched.");
        }
    }

    /** Whether the part that this call makes lacks nothing. */
    private boolean isWhole(ObjectPlan plan) {
        return site.targets().all().get(TargetName.GROUPWARE) instanceof GroupwareTarget groupware
                        && !source.parts().isEmpty()
                ? groupware.partsOf(plan.key().userName()).containsAll(source.parts())
                : plan.stages().isEmpty();
    }

    static String names(Set<TargetName> targets) {
        return targets.stream().sorted().map(TargetName::toString).collect(Collectors.joining(", "));
    }
}
