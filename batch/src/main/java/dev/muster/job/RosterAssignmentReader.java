package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.PlanTable;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterDraft;
import dev.muster.provision.RosterAssignment;
import dev.muster.provision.RosterRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads the plans for groups, resources and resource groups, each with its row of the feed, kind by kind in the order in
 * which they are applied. For one thread.
 */
final class RosterAssignmentReader extends AbstractItemCountingItemStreamItemReader<RosterAssignment> {
    private static final int PAGE = 100;

    private final PlanTable plans;
    private final long runId;
    private final Feed feed;
    private final Deque<ObjectKey.Kind> kinds = new ArrayDeque<>();
    private final Deque<PlanRow> page = new ArrayDeque<>();
    private @Nullable FeedReader reader;
    private long after;

    RosterAssignmentReader(PlanTable plans, long runId, Feed feed) {
        this.plans = plans;
        this.runId = runId;
        this.feed = feed;
        setName("roster-assignments");
        // A position would be saved although the commit of its chunk failed (Spring Batch 6.0.4): outcomes tell what is
        // done.
        setSaveState(false);
    }

    @Override
    protected void doOpen() {
        kinds.clear();
        kinds.addAll(RosterRules.KINDS);
        page.clear();
        after = 0;
    }

    @Override
    protected @Nullable RosterAssignment doRead() throws Exception {
        while (page.isEmpty() && !kinds.isEmpty()) {
            page.addAll(plans.toApply(runId, kinds.element(), after, Long.MAX_VALUE, PAGE));
            if (page.isEmpty()) {
                nextKind();
            }
        }
        PlanRow row = page.poll();
        if (row == null) {
            return null;
        }
        after = row.ordinal();
        return new RosterAssignment(row, draft(row));
    }

    private void nextKind() throws Exception {
        kinds.remove();
        after = 0;
        doClose();
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private RosterDraft draft(PlanRow row) {
        FeedReader rows = reader == null ? feed.reader(row.object()) : reader;
        reader = rows;
        Optional<FeedRow> next = rows.next();
        while (next.isPresent() && next.get().origin().ordinal() < row.ordinal()) {
            next = rows.next();
        }
        if (next.isPresent()
                && next.get() instanceof FeedRow.Roster roster
                && roster.draft().identity().equals(row.identity())) {
            return roster.draft();
        }
        throw new IllegalStateException(
                "The feed is not the one that was planned: row " + row.ordinal() + " is something else.");
    }
}
