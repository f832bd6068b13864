package dev.muster.job;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Stage;
import dev.muster.model.Grant;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.provision.AccountAssignment;
import dev.muster.provision.AccountChunkApplier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a chunk of plans for shared accounts, as {@link ApplyWriter} does for people: intents are committed first,
 * outcomes go with the reader's position. For one thread.
 */
final class AccountApplyWriter implements ItemWriter<AccountAssignment> {
    private final long runId;
    private final Ledger ledger;
    private final AccountChunkApplier applier;
    private final TransactionTemplate ownTransaction;
    private final FailureLimit limit;
    private final Progress progress;

    AccountApplyWriter(ImportParts parts, TransactionTemplate ownTransaction, FailureLimit limit) {
        this.runId = parts.run().id();
        this.ledger = parts.ledger();
        this.applier = parts.accounts().applier();
        this.progress = parts.progress();
        this.ownTransaction = ownTransaction;
        this.limit = limit;
    }

    @Override
    public void write(Chunk<? extends AccountAssignment> chunk) {
        List<AccountAssignment> assignments =
                chunk.getItems().stream().<AccountAssignment>map(each -> each).toList();
        List<ObjectOutcome> outcomes =
                applier.apply(assignments, (images, coming) -> intend(assignments, images, coming));
        List<Problem> problems = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .toList();
        ledger.outcomes().insert(runId, outcomes, System.currentTimeMillis());
        ledger.problems().insert(runId, Stage.APPLY, problems, new AtomicLong()::incrementAndGet);
        long failed = outcomes.stream()
                .filter(outcome -> outcome.result() == ObjectOutcome.Result.FAILED)
                .count();
        progress.advance(
                assignments.stream().filter(each -> !each.draft().isFollowing()).count(), failed);
        limit.count(failed);
    }

    /** What a group's members make of a plan that said nothing is a change from here on. */
    private void intend(
            List<AccountAssignment> assignments,
            Map<Long, String> images,
            Map<ObjectKey, Map<ObjectKey, Grant>> coming) {
        List<PlanRow> quiet = assignments.stream()
                .map(AccountAssignment::row)
                .filter(row -> row.kind() == PlanKind.UNCHANGED && images.containsKey(row.ordinal()))
                .toList();
        ownTransaction.executeWithoutResult(status -> {
            ledger.plans().foundChanged(runId, quiet);
            ledger.outcomes().intend(runId, images);
            ledger.accounts().expect(coming);
        });
    }
}
