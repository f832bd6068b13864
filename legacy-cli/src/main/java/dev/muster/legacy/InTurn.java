package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.provision.FanOut;
import dev.muster.target.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One target after the other: for those that answer at once. */
record InTurn() implements FanOut {
    @Override
    public Map<TargetName, Map<ObjectKey, StepOutcome>> apply(Map<Target, List<TargetPlan>> work) {
        Map<TargetName, Map<ObjectKey, StepOutcome>> outcomes = new EnumMap<>(TargetName.class);
        work.forEach((target, plans) -> outcomes.put(target.name(), target.apply(plans)));
        return outcomes;
    }

    @Override
    public void close() {
        // Nothing was begun.
    }
}
