package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies plans to the targets in the order that the plans carry. Thread-safe. */
public final class Provisioner {
    private final Targets targets;
    private final FanOut fanOut;

    public Provisioner(Targets targets, FanOut fanOut) {
        this.targets = targets;
        this.fanOut = fanOut;
    }

    /**
     * Takes a chunk of people through the targets. Repeating it is safe. Whoever fails in one target goes to none of the
     * later ones.
     *
     * @param plans at most one per person
     * @return every plan with what came of it, in the same order
     * @throws TargetException if a target cannot be used; some of the plans may have been applied
     */
    public List<Journey> apply(List<ObjectPlan> plans) {
        List<Journey> journeys = plans.stream().map(Journey::new).toList();
        for (List<Set<TargetName>> order : orders(plans)) {
            List<Journey> together = journeys.stream()
                    .filter(journey -> journey.plan().order().equals(order))
                    .toList();
            order.forEach(sideBySide -> apply(together, sideBySide));
        }
        passOnWhatWasLearned(journeys);
        return journeys;
    }

    private static Set<List<Set<TargetName>>> orders(List<ObjectPlan> plans) {
        Set<List<Set<TargetName>>> orders = new LinkedHashSet<>();
        plans.forEach(plan -> orders.add(plan.order()));
        return orders;
    }

    private void apply(List<Journey> journeys, Set<TargetName> sideBySide) {
        Map<Target, List<TargetPlan>> work = new LinkedHashMap<>();
        for (Journey journey : journeys) {
            journey.plan().steps().forEach((target, step) -> {
                if (sideBySide.contains(target)) {
                    addUnlessStopped(work, journey, target, step);
                }
            });
        }
        record(journeys, fanOut.apply(work));
    }

    private void addUnlessStopped(
            Map<Target, List<TargetPlan>> work, Journey journey, TargetName target, TargetPlan step) {
        journey.stoppedBy()
                .ifPresentOrElse(
                        because -> journey.record(target, new StepOutcome.Aborted(because)),
                        () -> work.computeIfAbsent(named(target), any -> new ArrayList<>())
                                .add(step));
    }

    private Target named(TargetName name) {
        Target target = targets.all().get(name);
        if (target == null) {
            throw new IllegalStateException("A plan has a step for " + name + ", which this run does not write.");
        }
        return target;
    }

    private static void record(List<Journey> journeys, Map<TargetName, Map<ObjectKey, StepOutcome>> outcomes) {
        outcomes.forEach((target, byKey) -> journeys.forEach(journey -> {
            StepOutcome outcome = byKey.get(journey.plan().key());
            if (outcome != null) {
                journey.record(target, outcome);
            }
        }));
    }

    /** What one target found otherwise than planned, the others have to know: the groupware names the real folders. */
    private void passOnWhatWasLearned(List<Journey> journeys) {
        Map<Target, List<TargetPlan>> work = new HashMap<>();
        for (Journey journey : journeys) {
            Map<Field, List<String>> learned = journey.learned();
            if (!learned.isEmpty()) {
                targets.written().forEach(target -> passOn(work, journey, target, learned));
            }
        }
        record(journeys, fanOut.apply(work));
    }

    private void passOn(
            Map<Target, List<TargetPlan>> work, Journey journey, TargetName name, Map<Field, List<String>> learned) {
        if (journey.hasTaught(name) || journey.stoppedBy().isPresent()) {
            return;
        }
        Target target = named(name);
        ObjectPlan plan = journey.plan();
        List<FieldChange> changes = new ArrayList<>();
        learned.forEach((field, values) -> {
            if (target.keeps(field)) {
                changes.add(new FieldChange(field, plan.spec().values().getOrDefault(field, List.of()), values));
            }
        });
        if (!changes.isEmpty()) {
            work.computeIfAbsent(target, any -> new ArrayList<>())
                    .add(new TargetPlan.Change(plan.spec(), plan.claims(), changes));
        }
    }
}
