package dev.muster.input;

import java.util.Optional;

/** Reads a feed row by row, from the first to the last. For one thread; a feed can be read again by another reader. */
public interface FeedReader extends AutoCloseable {
    /**
     * The next row; empty at the end.
     *
     * @throws FeedException FEED_UNREADABLE if the file cannot be read any further
     */
    Optional<FeedRow> next();

    /**
     * The line on which a value of the last row stands.
     *
     * @param field a column's name, or a field's
     * @param value in any spelling of case; where the row has no such value, the line of the row
     */
    long line(String field, String value);

    /**
     * Whether the feed, as far as it was read, may hold everybody: it is no reject file fed again, not about
     * groups and resources alone, and has no change records. Rows that do not tell whose they are speak against it too, see {@link CheckResult#complete()}.
     */
    boolean wholeFeed();

    @Override
    void close();
}
