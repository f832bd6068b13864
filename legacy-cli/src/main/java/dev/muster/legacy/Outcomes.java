package dev.muster.legacy;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.ledger.Stage;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.site.FeedDoor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Records what came of calls, each once. Thread-safe. */
final class Outcomes {
    private final CallFile file;
    private final long runId;
    private final Ledger ledger;
    private final FeedDoor.Watch watch;
    private final Set<Long> known = new HashSet<>();

    Outcomes(CallFile file, long runId, Ledger ledger, FeedDoor.Watch watch) {
        this.file = file;
        this.runId = runId;
        this.ledger = ledger;
        this.watch = watch;
    }

    /** Takes over what an earlier process recorded. */
    synchronized void recall(Segment segment) {
        known.addAll(ledger.outcomes()
                .between(runId, segment.first(), segment.last())
                .keySet());
    }

    synchronized boolean isKnown(ReplayCall call) {
        return call.kind() == PlanKind.UNCHANGED || known.contains(call.ordinal());
    }

    boolean stopped() {
        return watch.stopped();
    }

    /** Records that a call is begun that is done by itself: after a crash it may be half done. */
    void begin(Segment segment, ReplayCall call) {
        ledger.tapes().add(runId, segment.first(), Scene.begun(call));
    }

    /** @param targets what came of each target, by call */
    void done(Map<ReplayCall, String> targets) {
        done(targets, Map.of());
    }

    /** @param warnings what went wrong afterwards, by call, for which none fails */
    void done(Map<ReplayCall, String> targets, Map<ReplayCall, List<Problem>> warnings) {
        List<ObjectOutcome> outcomes = new ArrayList<>();
        targets.forEach((call, text) -> {
            if (!isKnown(call)) {
                List<Problem> problems = warnings.getOrDefault(call, List.of()).stream()
                        .map(warning -> at(call, warning))
                        .toList();
                outcomes.add(new ObjectOutcome(call.ordinal(), Result.DONE, text, problems));
            }
        });
        List<Problem> problems = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .toList();
        ledger.together(() -> {
            ledger.outcomes().insert(runId, outcomes, System.currentTimeMillis());
            ledger.problems().insert(runId, Stage.APPLY, problems, new AtomicLong()::incrementAndGet);
        });
        noted(outcomes, 0);
    }

    private Problem at(ReplayCall call, Problem found) {
        return new Problem(file.origin(call), found.code(), found.field(), found.reason(), found.suggestion());
    }

    void failed(ReplayCall call, Verdict why) {
        Problem problem = CallFile.problem(file.origin(call), why);
        ObjectOutcome outcome = new ObjectOutcome(call.ordinal(), Result.FAILED, "", List.of(problem));
        ledger.together(() -> {
            ledger.outcomes().insert(runId, List.of(outcome), System.currentTimeMillis());
            ledger.problems().insert(runId, Stage.APPLY, List.of(problem), () -> 1);
        });
        noted(List.of(outcome), 1);
    }

    /** {@code LDAP=done IMAP=failed}. */
    static String text(Map<TargetName, StepOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private synchronized void noted(Collection<ObjectOutcome> outcomes, long bad) {
        outcomes.forEach(outcome -> known.add(outcome.ordinal()));
        watch.advance(outcomes.size(), bad);
    }
}
