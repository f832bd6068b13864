package dev.muster.legacy;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Stage;
import dev.muster.ledger.Tape;
import dev.muster.legacy.overlay.Questions;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.site.FeedDoor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Decides what becomes of the calls of a segment, records that, and does them; after a crash it goes on. Used once. */
final class SegmentWork {
    private final ReplayStage stage;
    private final CallFile file;
    private final long runId;
    private final Ledger ledger;
    private final FeedDoor.Watch watch;

    SegmentWork(ReplayStage stage, CallFile file, long runId, Ledger ledger, FeedDoor.Watch watch) {
        this.stage = stage;
        this.file = file;
        this.runId = runId;
        this.ledger = ledger;
        this.watch = watch;
    }

    /**
     * @param rejected the calls that are not to be done, by an earlier decision
     * @return whether it is done; not so where it was stopped
     */
    boolean carryOut(Segment segment, Set<Long> rejected) {
        Optional<Tape> tape = ledger.tapes().find(runId, segment.first());
        Map<Long, ObjectOutcome.Result> outcomes = ledger.outcomes().between(runId, segment.first(), segment.last());
        List<ReplayCall> calls = segment.calls().stream()
                .filter(call -> !rejected.contains(call.ordinal()))
                .toList();
        long open = calls.stream()
                .filter(call -> call.kind() != PlanKind.UNCHANGED)
                .filter(call -> !outcomes.containsKey(call.ordinal()))
                .count();
        watch.advance(segment.calls().size() - open, 0);
        boolean toDo = !calls.isEmpty() && (tape.isEmpty() || open > 0);
        return !toDo || carryOut(segment, calls, tape);
    }

    private boolean carryOut(Segment segment, List<ReplayCall> calls, Optional<Tape> tape) {
        Questions questions = new Questions(tape.map(Tape::answers).orElse(Map.of()));
        Rehearsal rehearsal = new Rehearsal(stage.site(segment.source()), segment, questions, ledger.claims());
        rehearsal.look(calls);
        Map<ReplayCall, Verdict> refused = new HashMap<>();
        calls.forEach(call -> rehearsal.refusal(call).ifPresent(why -> refused.put(call, why)));
        if (tape.isEmpty()) {
            record(segment, calls, refused, rehearsal, questions);
        }
        // What was decided to be done once is done, even where it looks otherwise from here.
        List<ReplayCall> decided = tape.isEmpty()
                ? calls.stream().filter(call -> !refused.containsKey(call)).toList()
                : calls;
        Scene scene = new Scene(stage, segment, decided, rehearsal, tape);
        boolean whole = new Waves(scene, new Outcomes(file, runId, ledger, watch)).carryOut(refused.keySet());
        if (whole) {
            ledger.tapes().forget(runId, segment.first());
        }
        return whole;
    }

    private void record(
            Segment segment,
            List<ReplayCall> calls,
            Map<ReplayCall, Verdict> refused,
            Rehearsal rehearsal,
            Questions questions) {
        List<PlanRow> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<Long, String> intents = new TreeMap<>();
        for (ReplayCall call : calls) {
            Verdict why = refused.get(call);
            if (why != null) {
                problems.add(CallFile.problem(file.origin(call), why));
            } else {
                plans.add(plan(call));
                intents.put(call.ordinal(), "");
            }
        }
        Map<String, String> answers = questions.answers();
        rehearsal.claims().first().forEach(identity -> answers.put(Scene.NEW_CLAIM + identity, ""));
        ledger.together(() -> {
            ledger.claims().save(runId, rehearsal.claims().made());
            ledger.plans().insert(runId, plans);
            ledger.problems().insert(runId, Stage.PLAN, problems, new AtomicLong()::incrementAndGet);
            ledger.outcomes().intend(runId, intents);
            ledger.tapes().insert(runId, new Tape(segment.first(), answers));
        });
        watch.advance(problems.size(), problems.size());
    }

    private static PlanRow plan(ReplayCall call) {
        Optional<ObjectKey> subject = call.subject();
        return new PlanRow(
                call.ordinal(),
                call.source().line(),
                subject.map(ObjectKey::kind).orElse(ObjectKey.Kind.USER),
                subject.map(ObjectKey::name).orElse(""),
                subject.map(ObjectKey::name).orElse(""),
                call.kind(),
                List.of());
    }
}
