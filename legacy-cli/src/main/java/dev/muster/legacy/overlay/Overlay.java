package dev.muster.legacy.overlay;

import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.RosterStep;
import dev.muster.provision.Targets;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The back-ends of a site as they will be: commands read from it and write to it, and what they wrote can be asked for,
 * folded, to be done in bulk. For one thread.
 */
public final class Overlay {
    private final Targets base;
    private final Map<TargetName, PeopleOverlay> people = new EnumMap<>(TargetName.class);
    private final NumberBlocks numbers;

    /**
     * @param base the back-ends themselves
     * @param questions keeps what they answer
     * @param calls about how many calls there will be, so that numbers are reserved for all of them at once
     */
    public Overlay(Targets base, Questions questions, int calls) {
        this.base = base;
        this.numbers = new NumberBlocks(base.numbers(), questions, calls);
        base.all().forEach((name, target) -> people.put(name, over(target, questions)));
    }

    private static PeopleOverlay over(Target target, Questions questions) {
        Optional<RosterOverlay> roster = target.roster().map(each -> new RosterOverlay(each, questions));
        return PeopleOverlay.over(target, roster, questions);
    }

    /** What commands work with in place of the back-ends. */
    public Targets targets() {
        Map<Counter, NumberSource> sources = new EnumMap<>(Counter.class);
        base.numbers().keySet().forEach(counter -> sources.put(counter, numbers));
        return new Targets(new EnumMap<TargetName, Target>(people), base.written(), sources);
    }

    /** The next call: numbers are remembered for it. */
    public void begin(long ordinal) {
        numbers.begin(ordinal);
    }

    /**
     * What the calls to come name.
     *
     * @param subjects the people whom they are about
     * @param members the people whom they name as members
     * @param rosters groups and resources
     */
    public record Wanted(
            List<ObjectKey> subjects,
            List<ObjectKey> members,
            List<ObjectKey> rosters,
            Collection<MailAddress> addresses) {
        List<ObjectKey> people() {
            return Stream.concat(subjects.stream(), members.stream()).distinct().toList();
        }
    }

    /** Looks at once, in all back-ends side by side, at what the calls to come will ask for one by one. */
    public void look(Wanted wanted) {
        people.values().parallelStream().forEach(target -> target.look(wanted));
        // The mailboxes of those who are there.
        targets().read(wanted.subjects());
    }

    /** What is to be done for people, one plan for each, in the order of the first call about her. */
    public List<ObjectPlan> people() {
        Map<ObjectKey, Map<TargetName, TargetPlan>> steps = new LinkedHashMap<>();
        people.forEach((name, target) -> target.plans()
                .forEach((key, plan) -> steps.computeIfAbsent(key, any -> new EnumMap<>(TargetName.class))
                        .put(name, plan)));
        List<ObjectPlan> plans = new ArrayList<>();
        steps.forEach((key, byTarget) -> plans.add(ObjectPlan.directoryFirst(key, kind(byTarget), byTarget)));
        return plans;
    }

    private static PlanKind kind(Map<TargetName, TargetPlan> steps) {
        return steps.values().stream().anyMatch(TargetPlan.Create.class::isInstance)
                ? PlanKind.CREATE
                : PlanKind.CHANGE;
    }

    /** What is to be done for groups and resources, target by target in the order of writing. */
    public List<RosterStep> rosters() {
        List<RosterStep> steps = new ArrayList<>();
        people.forEach((name, target) -> target.rosterOverlay()
                .ifPresent(roster ->
                        roster.steps().forEach(step -> steps.add(new RosterStep(name, step.plan(), step.before())))));
        return steps;
    }
}
