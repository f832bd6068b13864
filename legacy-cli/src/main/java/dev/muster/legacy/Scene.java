package dev.muster.legacy;

import dev.muster.ledger.Tape;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done of one segment.
 *
 * @param calls those that are to be done, in their order
 * @param rehearsal knows what they come to
 * @param tape from a run that was killed in this segment, if there was one
 */
record Scene(ReplayStage stage, Segment segment, List<ReplayCall> calls, Rehearsal rehearsal, Optional<Tape> tape) {
    static final String NEW_CLAIM = "new claim ";

    /** What the tape says of a call that is done by itself, once it is begun. */
    static String begun(ReplayCall call) {
        return "begun " + call.ordinal();
    }

    LegacySite site() {
        return stage.site(segment.source());
    }

    /** The calls about each object, in their order. */
    Map<ObjectKey, List<ReplayCall>> bySubject() {
        Map<ObjectKey, List<ReplayCall>> bySubject = new LinkedHashMap<>();
        calls.forEach(call -> call.subject()
                .ifPresent(subject -> bySubject
                        .computeIfAbsent(subject, any -> new ArrayList<>())
                        .add(call)));
        return bySubject;
    }

    /** Whether the claim of that identity was made by this segment. */
    boolean claimedFirst(String identity) {
        return rehearsal.claims().first().contains(identity)
                || tape.filter(recorded -> recorded.answers().containsKey(NEW_CLAIM + identity))
                        .isPresent();
    }

    /** Whether a process that was killed had begun with this call, by itself. */
    boolean wasBegunAlone(ReplayCall call) {
        return tape.filter(recorded -> recorded.answers().containsKey(begun(call)))
                .isPresent();
    }
}
