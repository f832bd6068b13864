package dev.muster.job;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.Stage;
import dev.muster.model.Problem;
import dev.muster.provision.Assignment;
import dev.muster.provision.ChunkApplier;
import dev.muster.provision.ChunkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a chunk of plans. Intents are committed in a transaction of their own before anything is written to a target;
 * outcomes are all that tells what is done when the run goes on. A person's trouble is recorded, never thrown: an
 * exception that leaves here stops the run, resumable. Thread-safe.
 */
final class ApplyWriter implements ItemWriter<Assignment> {
    private final long runId;
    private final Ledger ledger;
    private final ChunkApplier applier;
    private final TransactionTemplate ownTransaction;
    private final FailureLimit limit;
    private final Progress progress;

    ApplyWriter(ImportParts parts, TransactionTemplate ownTransaction, FailureLimit limit) {
        this.runId = parts.run().id();
        this.ledger = parts.ledger();
        this.applier = parts.applier();
        this.progress = parts.progress();
        this.ownTransaction = ownTransaction;
        this.limit = limit;
    }

    @Override
    public void write(Chunk<? extends Assignment> chunk) {
        ChunkResult result = applier.apply(List.copyOf(chunk.getItems()), this::intend);
        ledger.outcomes().insert(runId, result.outcomes(), System.currentTimeMillis());
        ledger.claims().save(runId, result.claims());
        ledger.problems().insert(runId, Stage.APPLY, problems(result), new AtomicLong()::incrementAndGet);
        long failed = result.outcomes().stream()
                .filter(outcome -> outcome.result() == ObjectOutcome.Result.FAILED)
                .count();
        progress.advance(chunk.size(), failed);
        limit.count(failed);
    }

    private void intend(Map<Long, String> beforeImages) {
        ownTransaction.executeWithoutResult(status -> ledger.outcomes().intend(runId, beforeImages));
    }

    private static List<Problem> problems(ChunkResult result) {
        List<Problem> problems = new ArrayList<>();
        result.outcomes().forEach(outcome -> problems.addAll(outcome.problems()));
        return problems;
    }
}
