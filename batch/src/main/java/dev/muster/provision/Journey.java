package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One person's way through the targets: the plan, and what has come of its steps so far. For one thread. */
public final class Journey {
    private final ObjectPlan plan;
    private final Map<TargetName, StepOutcome> outcomes = new EnumMap<>(TargetName.class);
    private final List<Problem> warnings = new ArrayList<>(0);

    Journey(ObjectPlan plan) {
        this.plan = plan;
    }

    public ObjectPlan plan() {
        return plan;
    }

    /** Where the wish comes from. */
    Origin origin() {
        return plan.stages().stream()
                .flatMap(stage -> stage.values().stream())
                .map(TargetPlan::origin)
                .findFirst()
                .orElse(Origin.wholeFile(""));
    }

    /** What came of every step; complete once the way is gone. */
    public Map<TargetName, StepOutcome> outcomes() {
        return outcomes;
    }

    public boolean succeeded() {
        return outcomes.values().stream().allMatch(StepOutcome.Done.class::isInstance);
    }

    /** What the administrator has to know though all went well. */
    public List<String> notes() {
        Stream<String> notes = outcomes.values().stream()
                .filter(StepOutcome.Done.class::isInstance)
                .flatMap(outcome -> ((StepOutcome.Done) outcome).notes().stream());
        return Stream.concat(notes, warnings.stream().map(warning -> warning.reason() + " " + warning.suggestion()))
                .toList();
    }

    /** Takes what went wrong afterwards, for which nobody fails. */
    void warn(Problem problem) {
        warnings.add(problem);
    }

    /** What went wrong afterwards, for which nobody fails. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** Why it did not succeed. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof StepOutcome.Failed failed) {
                problems.add(failed.problem());
            } else if (outcome instanceof StepOutcome.Unknown unknown) {
                problems.add(unknown.problem());
            }
        });
        return problems;
    }

    void record(TargetName target, StepOutcome outcome) {
        outcomes.merge(target, outcome, (earlier, later) -> earlier instanceof StepOutcome.Done ? later : earlier);
    }

    /** The target that stands in the way of all further ones. */
    Optional<TargetName> stoppedBy() {
        return outcomes.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof StepOutcome.Done))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean hasTaught(TargetName target) {
        return outcomes.get(target) instanceof StepOutcome.Done done
                && !done.learned().isEmpty();
    }

    /** Fields that a target found otherwise than the spec says. */
    Map<Field, List<String>> learned() {
        Map<Field, List<String>> learned = new TreeMap<>();
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof StepOutcome.Done done) {
                learned.putAll(done.learned());
            }
        });
        return learned;
    }
}
