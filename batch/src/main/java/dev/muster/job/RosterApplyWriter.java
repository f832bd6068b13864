package dev.muster.job;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.Stage;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.provision.RosterAssignment;
import dev.muster.provision.RosterChunkApplier;
import dev.muster.provision.RosterRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a chunk of plans for groups and resources, as {@link ApplyWriter} does for people: intents are committed first,
 * outcomes go with the reader's position. For one thread.
 */
final class RosterApplyWriter implements ItemWriter<RosterAssignment> {
    private final long runId;
    private final Ledger ledger;
    private final RosterChunkApplier applier;
    private final TransactionTemplate ownTransaction;
    private final FailureLimit limit;
    private final Progress progress;

    RosterApplyWriter(ImportParts parts, TransactionTemplate ownTransaction, FailureLimit limit) {
        this.runId = parts.run().id();
        this.ledger = parts.ledger();
        this.applier = parts.rosters().applier();
        this.progress = parts.progress();
        this.ownTransaction = ownTransaction;
        this.limit = limit;
    }

    @Override
    public void write(Chunk<? extends RosterAssignment> chunk) {
        List<ObjectOutcome> outcomes = new ArrayList<>();
        for (ObjectKey.Kind kind : RosterRules.KINDS) {
            List<RosterAssignment> some = chunk.getItems().stream()
                    .filter(each -> each.row().object() == kind)
                    .<RosterAssignment>map(each -> each)
                    .toList();
            if (!some.isEmpty()) {
                outcomes.addAll(applier.apply(some, this::intend));
            }
        }
        record(outcomes);
    }

    private void record(List<ObjectOutcome> outcomes) {
        List<Problem> problems = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .toList();
        ledger.outcomes().insert(runId, outcomes, System.currentTimeMillis());
        ledger.problems().insert(runId, Stage.APPLY, problems, new AtomicLong()::incrementAndGet);
        long failed = outcomes.stream()
                .filter(outcome -> outcome.result() == ObjectOutcome.Result.FAILED)
                .count();
        progress.advance(outcomes.size(), failed);
        limit.count(failed);
    }

    private void intend(Map<Long, String> beforeImages) {
        ownTransaction.executeWithoutResult(status -> ledger.outcomes().intend(runId, beforeImages));
    }
}
