package dev.muster.job;

import dev.muster.input.FeedRow;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Stage;
import dev.muster.model.Problem;
import dev.muster.model.UserDraft;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.PlannedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Plans the people in a chunk of rows and records plans, claims and conflicts in the chunk's transaction. For one thread. */
final class PlanWriter implements ItemWriter<FeedRow> {
    private final long runId;
    private final Ledger ledger;
    private final ChunkPlanner planner;
    private final Progress progress;

    PlanWriter(long runId, Ledger ledger, ChunkPlanner planner, Progress progress) {
        this.runId = runId;
        this.ledger = ledger;
        this.planner = planner;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends FeedRow> rows) {
        List<PlanRow> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (PlannedRow planned : planner.plan(accepted(rows.getItems()))) {
            if (planned instanceof PlannedRow.Ready ready) {
                plans.add(ready.toRecord());
            } else if (planned instanceof PlannedRow.Refused refused) {
                problems.addAll(refused.problems());
            }
        }
        ledger.plans().insert(runId, plans);
        ledger.problems().insert(runId, Stage.PLAN, problems, new AtomicLong()::incrementAndGet);
        long people = rows.getItems().stream()
                .filter(row -> !(row instanceof FeedRow.Roster || row instanceof FeedRow.Account))
                .count();
        progress.advance(people, people - plans.size());
    }

    /** The rows that the check let pass. */
    private List<UserDraft> accepted(List<? extends FeedRow> rows) {
        Set<Long> rejected = ledger.problems()
                .rejected(
                        runId,
                        rows.get(0).origin().ordinal(),
                        rows.get(rows.size() - 1).origin().ordinal());
        List<UserDraft> accepted = new ArrayList<>();
        rows.forEach(row -> {
            if (row instanceof FeedRow.Good good
                    && !rejected.contains(good.origin().ordinal())) {
                accepted.add(good.draft());
            }
        });
        return accepted;
    }
}
