package dev.muster.model;

import java.util.List;
import java.util.Map;

/** What came of one {@link TargetPlan}. */
public sealed interface StepOutcome {
    /**
     * The target now holds what was planned.
     *
     * @param learned fields that came out otherwise than the spec said, with their real values: a mailbox that already
     *     had a folder for sent mail keeps it, and the groupware has to know its name. Mostly empty
     */
    record Done(Map<Field, List<String>> learned) implements StepOutcome {
        public Done {
            learned = Map.copyOf(learned);
        }

        public static Done plainly() {
            return new Done(Map.of());
        }
    }

    /** The target refused this object; the others of the call are not concerned. */
    record Failed(Problem problem) implements StepOutcome {}

    /** Not tried, because another target failed for this object. */
    record Aborted(TargetName because) implements StepOutcome {}

    /** The deadline passed: neither done nor failed; read the object again before any repeat. */
    record Unknown(Problem problem) implements StepOutcome {}
}
