package dev.muster.provision;

import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.plan.RosterUndo;
import dev.muster.target.Roster;
import dev.muster.target.TargetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups, resources and resource groups of a site, over all back-ends that keep them: looks, and does some steps as one.
 * Thread-safe.
 */
public final class RosterDesk {
    private final Map<TargetName, Roster> rosters = new EnumMap<>(TargetName.class);

    private final FollowUpDesk followUps;

    /** @param targets whose rosters may be written */
    public RosterDesk(Targets targets) {
        followUps = new FollowUpDesk(targets.followUps());
        targets.rosters().forEach(roster -> rosters.put(roster.name(), roster));
    }

    /**
     * What the back-ends that keep such objects hold of this one, the directory first.
     *
     * @throws TargetException if one of them cannot be used
     */
    public Map<TargetName, RosterState> read(ObjectKey key) {
        Map<TargetName, RosterState> states = new EnumMap<>(TargetName.class);
        rosters.forEach((name, roster) -> {
            if (roster.keeps(key.kind())) {
                states.put(name, state(roster, key));
            }
        });
        return states;
    }

    /**
     * In what the back-ends list this person or resource as a member; the primary group left out.
     *
     * @throws TargetException if one of them cannot be used
     */
    public Map<TargetName, Set<ObjectKey>> membershipsOf(ObjectKey member) {
        Map<TargetName, Set<ObjectKey>> memberships = new EnumMap<>(TargetName.class);
        rosters.forEach((name, roster) ->
                memberships.put(name, roster.membershipsOf(List.of(member)).getOrDefault(member, Set.of())));
        return memberships;
    }

    /**
     * One step for every target, with the same plan: the directory first. Only a new resource is made in the groupware
     * first, which knows its own by their number: the directory keeps none of a resource, and of two that make the same
     * one at once, the one that loses must not take back what the other made.
     *
     * @param before what the targets hold
     */
    public static List<RosterStep> steps(RosterPlan plan, Map<TargetName, ? extends RosterState> before) {
        boolean groupwareFirst = plan instanceof RosterPlan.Create && plan.key().kind() == ObjectKey.Kind.RESOURCE;
        Comparator<TargetName> order = groupwareFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<RosterStep> steps = new ArrayList<>();
        before.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(state -> steps.add(new RosterStep(state.getKey(), plan, state.getValue())));
        return steps;
    }

    /**
     * Does the steps in their order until one fails. Then what was done is taken back in the opposite order, unless it is
     * to be kept. A back-end that goes away is a problem of the journey, not an exception. Where all were done, the
     * administrator's command hears of the groupware's part.
     *
     * @param keepPartial whether what was done stays done
     */
    public RosterJourney apply(List<RosterStep> steps, boolean keepPartial) {
        Deque<RosterStep> done = new ArrayDeque<>();
        for (RosterStep step : steps) {
            StepOutcome outcome = apply(step);
            if (!(outcome instanceof StepOutcome.Done)) {
                Problem problem = problem(step, outcome);
                return keepPartial
                        ? new RosterJourney(inOrder(done), List.of(problem))
                        : takenBack(step, outcome, done, problem);
            }
            done.push(step);
        }
        return new RosterJourney(inOrder(done), List.of(), followUps.tell(done));
    }

    private RosterJourney takenBack(RosterStep failed, StepOutcome outcome, Deque<RosterStep> done, Problem problem) {
        if (outcome instanceof StepOutcome.Unknown) {
            takeBackLost(failed);
        }
        List<Problem> problems = new ArrayList<>(List.of(problem));
        List<RosterStep> left = new ArrayList<>();
        for (RosterStep step : done) {
            Optional<RosterPlan> undo = RosterUndo.of(step.plan(), step.before());
            StepOutcome back = undo.map(plan -> apply(new RosterStep(step.target(), plan, step.before())))
                    .orElseGet(StepOutcome.Done::plainly);
            if (!(back instanceof StepOutcome.Done)) {
                problems.add(problem(step, back));
                left.add(0, step);
            }
        }
        return new RosterJourney(left, problems);
    }

    /** What cannot be looked at now has been told already: its outcome is unknown. */
    private void takeBackLost(RosterStep step) {
        try {
            RosterState now = state(roster(step), step.plan().key());
            RosterUndo.ofLost(step.plan(), step.before(), now)
                    .ifPresent(undo -> apply(new RosterStep(step.target(), undo, step.before())));
        } catch (TargetException away) {
            return;
        }
    }

    /** A back-end that goes away during the call may have done it. */
    private StepOutcome apply(RosterStep step) {
        RosterPlan plan = step.plan();
        try {
            return roster(step).apply(List.of(plan)).getOrDefault(plan.key(), StepOutcome.Done.plainly());
        } catch (TargetException away) {
            return new StepOutcome.Unknown(
                    new Problem(plan.origin(), away.code(), "", String.valueOf(away.getMessage()), ""));
        }
    }

    private Roster roster(RosterStep step) {
        return Optional.ofNullable(rosters.get(step.target()))
                .orElseThrow(() -> new IllegalArgumentException("There is no roster of " + step.target() + "."));
    }

    private static Problem problem(RosterStep step, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Failed failed) {
            return failed.problem();
        }
        if (outcome instanceof StepOutcome.Unknown unknown) {
            return unknown.problem();
        }
        return new Problem(step.plan().origin(), ErrorCode.INTERNAL, "", step + " ended as " + outcome + ".", "");
    }

    private static RosterState state(Roster roster, ObjectKey key) {
        RosterState state = roster.read(List.of(key)).getOrDefault(key, new RosterState.Absent());
        if (state instanceof RosterState.Unknown unknown) {
            throw new TargetException(roster.name(), ErrorCode.CHANGED_SINCE_PLAN, unknown.reason());
        }
        return state;
    }

    private static List<RosterStep> inOrder(Deque<RosterStep> done) {
        List<RosterStep> steps = new ArrayList<>();
        done.descendingIterator().forEachRemaining(steps::add);
        return steps;
    }
}
