package dev.muster.job;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Stage;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterDraft;
import dev.muster.provision.PlannedRoster;
import dev.muster.provision.RosterChunkPlanner;
import dev.muster.provision.RosterRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Plans a chunk of groups and resources and records plans, claims and conflicts in its transaction. For one thread. */
final class RosterPlanWriter implements ItemWriter<RosterDraft> {
    private final long runId;
    private final Ledger ledger;
    private final RosterChunkPlanner planner;
    private final Progress progress;

    RosterPlanWriter(ImportParts parts) {
        this.runId = parts.run().id();
        this.ledger = parts.ledger();
        this.planner = parts.rosters().planner();
        this.progress = parts.progress();
    }

    @Override
    public void write(Chunk<? extends RosterDraft> chunk) {
        List<RosterDraft> accepted = accepted(chunk.getItems());
        List<PlanRow> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ObjectKey.Kind kind : RosterRules.KINDS) {
            List<RosterDraft> some = accepted.stream()
                    .filter(draft -> draft.key().kind() == kind)
                    .toList();
            for (PlannedRoster planned : planner.plan(some)) {
                if (planned instanceof PlannedRoster.Ready ready) {
                    plans.add(ready.work().toRecord());
                } else if (planned instanceof PlannedRoster.Refused refused) {
                    problems.addAll(refused.problems());
                }
            }
        }
        ledger.plans().insert(runId, plans);
        ledger.problems().insert(runId, Stage.PLAN, problems, new AtomicLong()::incrementAndGet);
        progress.advance(chunk.size(), chunk.size() - plans.size());
    }

    /** The rows that the check let pass. */
    private List<RosterDraft> accepted(List<? extends RosterDraft> drafts) {
        LongStream ordinals = drafts.stream().mapToLong(RosterPlanWriter::ordinal);
        long last = drafts.stream().mapToLong(RosterPlanWriter::ordinal).max().orElse(0);
        Set<Long> rejected = ledger.problems().rejected(runId, ordinals.min().orElse(0), last);
        return drafts.stream()
                .filter(draft -> !rejected.contains(ordinal(draft)))
                .<RosterDraft>map(draft -> draft)
                .toList();
    }

    private static long ordinal(RosterDraft draft) {
        return draft.origin().ordinal();
    }
}
