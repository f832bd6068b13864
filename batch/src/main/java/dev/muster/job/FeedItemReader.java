package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Reads a feed row by row; a restart skips the rows that are done. For one thread. */
final class FeedItemReader extends AbstractItemCountingItemStreamItemReader<FeedRow> {
    private final Feed feed;
    private @Nullable FeedReader reader;

    FeedItemReader(Feed feed) {
        this.feed = feed;
        setName("feed");
    }

    @Override
    protected void doOpen() {
        reader = feed.reader();
    }

    @Override
    protected @Nullable FeedRow doRead() throws Exception {
        return reader == null ? null : reader.next().orElse(null);
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
        }
    }
}
