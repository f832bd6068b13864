package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterDraft;
import dev.muster.provision.RosterRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads the groups, resources and resource groups of a feed, kind by kind in the order in which they are worked. For one
 * thread.
 */
final class RosterReader extends AbstractItemCountingItemStreamItemReader<RosterDraft> {
    private final Feed feed;
    private final Deque<ObjectKey.Kind> kinds = new ArrayDeque<>();
    private @Nullable FeedReader reader;
    private ObjectKey.Kind kind = ObjectKey.Kind.USER;

    RosterReader(Feed feed) {
        this.feed = feed;
        setName("rosters");
    }

    @Override
    protected void doOpen() {
        kinds.clear();
        RosterRules.KINDS.stream().filter(feed::mayHold).forEach(kinds::add);
    }

    @Override
    protected @Nullable RosterDraft doRead() throws Exception {
        while (reader != null || !kinds.isEmpty()) {
            if (reader == null) {
                kind = kinds.remove();
                reader = feed.reader(kind);
            }
            Optional<FeedRow> row = reader.next();
            if (row.isEmpty()) {
                doClose();
            } else if (row.get() instanceof FeedRow.Roster roster
                    && roster.draft().key().kind() == kind) {
                return roster.draft();
            }
        }
        return null;
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
