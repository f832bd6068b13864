package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import java.util.List;
import java.util.Map;

/** Lets targets work side by side. Thread-safe. */
public interface FanOut extends AutoCloseable {
    /**
     * Applies each target's plans and waits for all of them, whatever becomes of one: nothing works on in the
     * background.
     *
     * @throws TargetException if a target cannot be used; further ones are suppressed in it
     */
    Map<TargetName, Map<ObjectKey, StepOutcome>> apply(Map<Target, List<TargetPlan>> work);

    @Override
    void close();
}
