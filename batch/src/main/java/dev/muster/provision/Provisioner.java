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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        int stages = plans.stream().mapToInt(plan -> plan.stages().size()).max().orElse(0);
        for (int stage = 0; stage < stages; stage++) {
            apply(journeys, stage);
        }
        passOnWhatWasLearned(journeys);
        new FollowUpDesk(targets.followUps()).tell(journeys);
        return journeys;
    }

    private void apply(List<Journey> journeys, int stage) {
        Map<Target, List<TargetPlan>> work = new LinkedHashMap<>();
        for (Journey journey : journeys) {
            journey.plan().stages().stream()
                    .skip(stage)
                    .limit(1)
                    .forEach(steps -> steps.forEach((target, step) -> addUnlessStopped(work, journey, target, step)));
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
                Set<TargetName> pupils = new TreeSet<>(targets.written());
                pupils.removeIf(journey::hasTaught);
                specified(journey)
                        .ifPresent(taught -> pupils.forEach(target -> passOn(work, named(target), taught, learned)));
            }
        }
        record(journeys, fanOut.apply(work));
    }

    /** The step that taught something, of somebody whom nothing stands in the way of. */
    private static Optional<TargetPlan.Specified> specified(Journey journey) {
        return journey.stoppedBy().isPresent()
                ? Optional.empty()
                : journey.plan().stages().stream()
                        .flatMap(stage -> stage.values().stream())
                        .filter(TargetPlan.Specified.class::isInstance)
                        .map(TargetPlan.Specified.class::cast)
                        .findFirst();
    }

    private static void passOn(
            Map<Target, List<TargetPlan>> work,
            Target target,
            TargetPlan.Specified taught,
            Map<Field, List<String>> learned) {
        List<FieldChange> changes = new ArrayList<>();
        learned.forEach((field, values) -> {
            if (target.keeps(field)) {
                changes.add(new FieldChange(field, taught.spec().values().getOrDefault(field, List.of()), values));
            }
        });
        if (!changes.isEmpty()) {
            work.computeIfAbsent(target, any -> new ArrayList<>())
                    .add(new TargetPlan.Change(taught.spec(), taught.claims(), changes));
        }
    }
}
