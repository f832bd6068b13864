package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.plan.RosterUndo;
import dev.muster.provision.FollowUpDesk;
import dev.muster.provision.RosterStep;
import dev.muster.target.Roster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes, changes and deletes groups and resources, many with one call of a back-end. Used once. */
final class RosterWave {
    /** What has members comes after what can be one; whoever is deleted has gone from everything before. */
    private static final List<Predicate<RosterPlan>> ORDER = List.of(
            plan -> !isDeletion(plan) && plan.key().kind() != ObjectKey.Kind.RESOURCE_GROUP,
            plan -> !isDeletion(plan) && plan.key().kind() == ObjectKey.Kind.RESOURCE_GROUP,
            RosterWave::isDeletion);

    private final Outcomes outcomes;
    private final FollowUpDesk followUps;
    private final int chunk;
    private final Map<TargetName, Roster> rosters = new EnumMap<>(TargetName.class);
    private final Map<ObjectKey, List<ReplayCall>> calls;
    private final List<RosterStep> steps;
    private final Set<ObjectKey> settled = new HashSet<>();
    private final Map<ObjectKey, List<RosterStep>> done = new LinkedHashMap<>();
    private final Set<ObjectKey> refused = new HashSet<>();

    RosterWave(Scene scene, Outcomes outcomes, List<RosterStep> steps) {
        this.outcomes = outcomes;
        this.steps = steps;
        this.chunk = scene.site().configuration().run().chunk();
        this.calls = scene.bySubject();
        this.followUps = new FollowUpDesk(scene.site().targets().followUps());
        scene.site().targets().rosters().forEach(roster -> rosters.put(roster.name(), roster));
    }

    private static boolean isDeletion(RosterPlan plan) {
        return plan instanceof RosterPlan.Delete;
    }

    /**
     * The groups that can be written before anything else, with those of these people whom their calls name.
     *
     * @param apart what is left out
     */
    Map<ObjectKey, Set<ObjectKey>> early(Set<ObjectKey> people, Set<ObjectKey> apart) {
        Map<ObjectKey, Set<ObjectKey>> early = new HashMap<>();
        steps.stream()
                .filter(step -> step.plan().key().kind() == ObjectKey.Kind.GROUP && !isDeletion(step.plan()))
                .map(step -> step.plan().key())
                .filter(key -> !apart.contains(key))
                .forEach(key -> early.put(key, named(key, people)));
        return early;
    }

    private Set<ObjectKey> named(ObjectKey key, Set<ObjectKey> people) {
        return calls.getOrDefault(key, List.of()).stream()
                .flatMap(call -> call.members().stream())
                .filter(people::contains)
                .collect(Collectors.toSet());
    }

    /** Writes some of the early ones. For one thread at a time, and for none while the rest is carried out. */
    void write(Set<ObjectKey> groups) {
        write(steps.stream().filter(step -> groups.contains(step.plan().key())).toList());
        settled.addAll(groups);
        conclude(groups);
    }

    /**
     * Does all that is not done yet.
     *
     * @param apart what is left out
     * @return what a back-end refused, and was taken back in the others
     */
    Set<ObjectKey> carryOut(Set<ObjectKey> apart) {
        List<RosterStep> open = steps.stream()
                .filter(step -> !apart.contains(step.plan().key()))
                .filter(step -> !settled.contains(step.plan().key()))
                .toList();
        for (Predicate<RosterPlan> wave : ORDER) {
            write(open.stream().filter(step -> wave.test(step.plan())).toList());
        }
        Set<ObjectKey> rest = new HashSet<>(calls.keySet());
        rest.removeAll(apart);
        rest.removeAll(settled);
        conclude(rest);
        return refused;
    }

    private void write(List<RosterStep> some) {
        rosters.forEach((name, roster) -> write(
                roster, some.stream().filter(step -> step.target() == name).toList()));
    }

    private void write(Roster roster, List<RosterStep> steps) {
        for (int from = 0; from < steps.size() && !outcomes.stopped(); from += chunk) {
            List<RosterStep> some = steps.subList(from, Math.min(steps.size(), from + chunk)).stream()
                    .filter(step -> !refused.contains(step.plan().key()))
                    .toList();
            Map<ObjectKey, StepOutcome> answers =
                    roster.apply(some.stream().map(RosterStep::plan).toList());
            some.forEach(step -> note(step, answers.get(step.plan().key())));
        }
    }

    private void note(RosterStep step, @org.jspecify.annotations.Nullable StepOutcome outcome) {
        ObjectKey key = step.plan().key();
        done.computeIfAbsent(key, any -> new ArrayList<>()).add(step);
        if (!(outcome instanceof StepOutcome.Done)) {
            refused.add(key);
            done.getOrDefault(key, List.of()).forEach(this::takeBack);
        }
    }

    private void takeBack(RosterStep step) {
        Roster roster = rosters.get(step.target());
        if (roster != null) {
            RosterUndo.of(step.plan(), step.before()).ifPresent(undo -> roster.apply(List.of(undo)));
        }
    }

    /** What went wrong where the administrator's command heard of these; on the first of the calls. */
    private Map<ReplayCall, List<Problem>> warnings(Set<ReplayCall> about, Set<ObjectKey> keys) {
        List<RosterStep> written = keys.stream()
                .filter(key -> !refused.contains(key))
                .flatMap(key -> done.getOrDefault(key, List.of()).stream())
                .toList();
        List<Problem> warnings = followUps.tell(written);
        return about.stream()
                .min(Comparator.comparingLong(ReplayCall::ordinal))
                .map(first -> Map.of(first, warnings))
                .orElse(Map.of());
    }

    /** Calls about what came out as it was before, such as somebody who came and went, are done as well. */
    private void conclude(Set<ObjectKey> keys) {
        if (outcomes.stopped()) {
            return;
        }
        Map<ReplayCall, String> told = new HashMap<>();
        boolean memberships = refused.stream().anyMatch(key -> !calls.containsKey(key));
        for (ObjectKey key : keys) {
            boolean concerns = memberships && key.kind() == ObjectKey.Kind.RESOURCE;
            if (key.kind().isRoster() && !refused.contains(key) && !concerns) {
                String text = done.getOrDefault(key, List.of()).stream()
                        .map(step -> step.target() + "=done")
                        .collect(Collectors.joining(" "));
                calls.getOrDefault(key, List.of()).forEach(call -> told.put(call, text));
            }
        }
        outcomes.done(told, warnings(told.keySet(), keys));
    }
}
