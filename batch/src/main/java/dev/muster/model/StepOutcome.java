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
     * @param notes what the administrator has to know though all went well, as sentences: a home directory that is left,
     *     a group without members. Mostly empty; no secret
     */
    record Done(Map<Field, List<String>> learned, List<String> notes) implements StepOutcome {
        public Done {
            learned = Map.copyOf(learned);
            notes = List.copyOf(notes);
        }

        public Done(Map<Field, List<String>> learned) {
            this(learned, List.of());
        }

        public static Done noting(List<String> notes) {
            return new Done(Map.of(), notes);
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
