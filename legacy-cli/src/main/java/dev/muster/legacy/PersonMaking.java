package dev.muster.legacy;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.Journey;
import dev.muster.provision.PlannedRow;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.TargetException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * Makes her.
     *
     * @return what was done
     * @throws RefusalException CONFLICT if she is there
     */
    String make() {
        PlannedRow.Ready ready = planned();
        requireAbsent(ready);
        return apply(ready.plan());
    }

    /** Makes what is missing of her, where this very call may have been killed half-way. */
    String finish() {
        return apply(planned().plan());
    }

    private String apply(ObjectPlan plan) {
        site.claims().commit();
        try {
            Journey journey = site.apply(plan);
            if (!journey.succeeded()) {
                throw Problems.refusal(journey.problems(), afterFailure(plan, journey.outcomes()));
            }
            String done = "User " + plan.key().name() + " added to " + names(plan.targets()) + ".";
            return String.join(" ", done, String.join(" ", journey.notes())).strip();
        } catch (TargetException away) {
            Refusal refusal = Refusal.of(away);
            throw new RefusalException(refusal.status(), refusal.message() + " " + afterFailure(plan, Map.of()));
        }
    }

    /**
     * Takes back what was made, unless the call wants it kept.
     *
     * @param outcomes of the targets as far as they are known; a target without one may have made something
     * @return what was done about it
     */
    private String afterFailure(ObjectPlan plan, Map<TargetName, StepOutcome> outcomes) {
        Set<TargetName> tried = new TreeSet<>(plan.targets());
        outcomes.forEach((target, outcome) -> {
            if (outcome instanceof StepOutcome.Aborted) {
                tried.remove(target);
            }
        });
        if (call.has("keep-partial")) {
            return kept(plan, outcomes);
        }
        TakeBack takeBack = new TakeBack(site, plan);
        takeBack.run(tried);
        if (Set.of(TargetName.IMAP).containsAll(takeBack.left())) {
            site.claims().forget();
        }
        return takeBack.report();
    }

    private static String kept(ObjectPlan plan, Map<TargetName, StepOutcome> outcomes) {
        Set<TargetName> done = new TreeSet<>();
        outcomes.forEach((target, outcome) -> {
            if (outcome instanceof StepOutcome.Done) {
                done.add(target);
            }
        });
        Set<TargetName> missing = new TreeSet<>(plan.targets());
        missing.removeAll(done);
        return "Kept as it is: made in " + (done.isEmpty() ? "nothing for certain" : names(done)) + ", not in "
                + names(missing) + ". Finish it with adduser --source_only=ldap, sql, groupware or imap for what is"
                + " missing, or take it away with deluser --username="
                + plan.key().name() + ".";
    }

    private PlannedRow.Ready planned() {
        site.requireUnprotected(People.named(call));
        boolean completing = !source.toldByCall();
        PlannedRow planned = site.planner(completing, adopted(completing))
                .plan(List.of(draft))
                .get(0);
        if (planned instanceof PlannedRow.Refused refused) {
            requireEntry(refused.problems());
            requireNobody(refused.problems());
            throw Problems.refusal(refused.problems(), "Nothing was touched.");
        }
        return (PlannedRow.Ready) planned;
    }

    private Set<String> adopted(boolean completing) {
        Set<String> adopted = new TreeSet<>(call.list("adopt"));
        if (!Set.of("mailbox").containsAll(adopted)) {
            throw Call.misused("--adopt: only mailbox can be adopted.");
        }
        if (completing) {
            adopted.add("username");
        }
        return adopted;
    }

    private void requireEntry(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> problem.code() == ErrorCode.NOT_IN_DIRECTORY)) {
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The directory has no entry of " + call.text("username") + ", from which --source_only="
                            + source.word() + " takes what the call does not say. Make it first, with adduser"
                            + " --source_only=ldap. Nothing was written.");
        }
    }

    private void requireNobody(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> problem.code() == ErrorCode.NOT_OURS)) {
            throw new RefusalException(
                    ExitStatus.CONFLICT, "The user " + call.text("username") + " exists already. Nothing was touched.");
        }
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
        return site.groupware()
                .filter(any -> !source.parts().isEmpty())
                .map(groupware -> groupware.partsOf(plan.key().userName()).containsAll(source.parts()))
                .orElseGet(() -> plan.stages().isEmpty());
    }

    static String names(Set<TargetName> targets) {
        return targets.stream().sorted().map(TargetName::toString).collect(Collectors.joining(", "));
    }
}
