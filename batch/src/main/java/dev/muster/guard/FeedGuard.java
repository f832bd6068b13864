package dev.muster.guard;

import java.util.Optional;

/**
 * Judges the counts of a plan before anything is written. Pure and thread-safe.
 *
 * @param mostRejectedPercent how many of a hundred rows may be rejected; 100 = all of them
 * @param countedFrom how many rows a feed must have for that: in a short one, a few rejects are many percent
 */
public record FeedGuard(int mostRejectedPercent, int countedFrom) {
    /**
     * @param rows data rows of the feed
     * @param rejected how many of them are rejected
     * @return why the run must not go on; empty = go ahead
     */
    public Optional<String> objection(long rows, long rejected) {
        if (rows == 0) {
            return Optional.of(
                    "The feed has no data rows, which is no proof that everybody left. Nothing was written. Look at the"
                            + " system that makes the feed.");
        }
        if (rows >= countedFrom && rejected * 100 > rows * mostRejectedPercent) {
            return Optional.of(rejected + " of " + rows + " rows are rejected, more than " + mostRejectedPercent
                    + " %. Nothing was written. Correct the reject file, or raise limits.rejectedPercent.");
        }
        return Optional.empty();
    }
}
