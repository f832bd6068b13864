package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.PlanTable;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.UserDraft;
import dev.muster.provision.Assignment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads the plans of one partition, each with its row of the feed: the plan is kept without values, so the values are
 * read again where they came from. For one thread.
 */
final class AssignmentReader extends AbstractItemCountingItemStreamItemReader<Assignment> {
    private static final int PAGE = 500;
    private final PlanTable plans;
    private final long runId;
    private final Feed feed;
    private final Partition partition;
    private final Deque<PlanRow> page = new ArrayDeque<>();
    private @Nullable FeedReader reader;
    private long after;

    AssignmentReader(PlanTable plans, long runId, Feed feed, Partition partition) {
        this.plans = plans;
        this.runId = runId;
        this.feed = feed;
        this.partition = partition;
        setName("assignments");
        // A position would be saved although the commit of its chunk failed (Spring Batch 6.0.4): outcomes tell what is
        // done.
        setSaveState(false);
    }

    @Override
    protected void doOpen() {
        reader = feed.reader();
        after = partition.after();
    }

    @Override
    protected @Nullable Assignment doRead() throws Exception {
        if (page.isEmpty()) {
            page.addAll(plans.toApply(runId, ObjectKey.Kind.USER, after, partition.last(), PAGE));
        }
        PlanRow row = page.poll();
        if (row == null) {
            return null;
        }
        after = row.ordinal();
        return new Assignment(row, draft(row));
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
        }
    }

    /** A row without a key may be about somebody whose claims hang on one. */
    private static boolean isPlanned(UserDraft draft, PlanRow row) {
        return draft.identity().equals(row.identity())
                || draft.first(Field.USERNAME)
                        .filter(row.userName()::equalsIgnoreCase)
                        .isPresent();
    }

    private UserDraft draft(PlanRow row) throws Exception {
        if (reader == null) {
            throw new IllegalStateException("Not open.");
        }
        Optional<FeedRow> next = reader.next();
        while (next.isPresent() && next.get().origin().ordinal() < row.ordinal()) {
            next = reader.next();
        }
        if (next.isPresent() && next.get() instanceof FeedRow.Good good && isPlanned(good.draft(), row)) {
            return good.draft().withIdentity(row.identity());
        }
        throw new IllegalStateException(
                "The feed is not the one that was planned: row " + row.ordinal() + " is somebody else.");
    }
}
