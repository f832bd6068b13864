package dev.muster.job;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Stage;
import dev.muster.model.AccountDraft;
import dev.muster.model.Problem;
import dev.muster.provision.AccountChunkPlanner;
import dev.muster.provision.PlannedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Plans a chunk of shared accounts and records plans, claims and conflicts in its transaction. For one thread. */
final class AccountPlanWriter implements ItemWriter<AccountDraft> {
    private final long runId;
    private final Ledger ledger;
    private final AccountChunkPlanner planner;
    private final Progress progress;

    AccountPlanWriter(ImportParts parts) {
        this.runId = parts.run().id();
        this.ledger = parts.ledger();
        this.planner = parts.accounts().planner();
        this.progress = parts.progress();
    }

    @Override
    public void write(Chunk<? extends AccountDraft> chunk) {
        List<PlanRow> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (PlannedAccount planned : planner.plan(accepted(chunk.getItems()))) {
            if (planned instanceof PlannedAccount.Ready ready) {
                plans.add(ready.row());
            } else if (planned instanceof PlannedAccount.Refused refused) {
                problems.addAll(refused.problems());
            }
        }
        ledger.plans().insert(runId, plans);
        ledger.problems().insert(runId, Stage.PLAN, problems, new AtomicLong()::incrementAndGet);
        progress.advance(chunk.size(), chunk.size() - plans.size());
    }

    /** The rows that the check let pass. */
    private List<AccountDraft> accepted(List<? extends AccountDraft> drafts) {
        LongStream ordinals = drafts.stream().mapToLong(AccountPlanWriter::ordinal);
        long last = drafts.stream().mapToLong(AccountPlanWriter::ordinal).max().orElse(0);
        Set<Long> rejected = ledger.problems().rejected(runId, ordinals.min().orElse(0), last);
        return drafts.stream()
                .filter(draft -> !rejected.contains(ordinal(draft)))
                .<AccountDraft>map(draft -> draft)
                .toList();
    }

    private static long ordinal(AccountDraft draft) {
        return draft.origin().ordinal();
    }
}
