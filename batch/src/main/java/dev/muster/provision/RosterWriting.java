package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes works of one kind through the targets, in the order that it is given. Whoever fails in one target goes to none of the later ones. Used once, by one
 * thread.
 */
final class RosterWriting {
    private final List<RosterWork> works;
    private final Map<ObjectKey, Map<TargetName, StepOutcome>> outcomes = new LinkedHashMap<>();

    RosterWriting(List<RosterWork> works) {
        this.works = works;
        works.forEach(work -> outcomes.put(work.key(), new EnumMap<>(TargetName.class)));
    }

    /**
     * Writes; at most one write per object and target.
     *
     * @param rosters in the order of writing
     * @param which the steps to be done
     * @throws dev.muster.target.TargetException if a target cannot be used; some of the works may have been done
     */
    void run(List<Roster> rosters, Predicate<RosterPlan> which) {
        for (Roster roster : rosters) {
            List<RosterPlan> plans = new ArrayList<>();
            works.forEach(work -> plan(work, roster.name(), which, plans));
            roster.apply(plans).forEach((key, outcome) -> of(key).put(roster.name(), outcome));
        }
    }

    private void plan(RosterWork work, TargetName target, Predicate<RosterPlan> which, List<RosterPlan> plans) {
        RosterPlan step = work.steps().get(target);
        if (step == null || !which.test(step)) {
            return;
        }
        of(work.key()).entrySet().stream()
                .filter(each -> !(each.getValue() instanceof StepOutcome.Done))
                .findFirst()
                .map(Map.Entry::getKey)
                .ifPresentOrElse(
                        because -> of(work.key()).put(target, new StepOutcome.Aborted(because)), () -> plans.add(step));
    }

    /** Such as {@code LDAP=done groupware=failed}. */
    String targets(RosterWork work) {
        return of(work.key()).entrySet().stream()
                .map(each -> each.getKey() + "="
                        + each.getValue().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Why it did not succeed; empty if it did. */
    List<Problem> problems(RosterWork work) {
        List<Problem> problems = new ArrayList<>();
        of(work.key()).values().forEach(outcome -> {
            if (outcome instanceof StepOutcome.Failed failed) {
                problems.add(failed.problem());
            } else if (outcome instanceof StepOutcome.Unknown unknown) {
                problems.add(unknown.problem());
            }
        });
        return problems;
    }

    boolean isDone(RosterWork work, TargetName target) {
        return of(work.key()).get(target) instanceof StepOutcome.Done;
    }

    private Map<TargetName, StepOutcome> of(ObjectKey key) {
        return outcomes.computeIfAbsent(key, any -> new EnumMap<>(TargetName.class));
    }
}
