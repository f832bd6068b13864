package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a feed from end to end without asking any server: every problem of every row, then the rows that share a user
 * name, an identity, an address, or the name of a group or resource. Memory: twelve bytes for each name, identity and address; problems are streamed. Can
 * be repeated; for one thread at a time.
 */
public final class FeedCheck {
    private final Consumer<Problem> notes;

    /** A check that lists mended and dropped values nowhere. */
    public FeedCheck() {
        this(note -> {});
    }

    /** @param notes takes what was mended or dropped so that a row could be kept */
    public FeedCheck(Consumer<Problem> notes) {
        this.notes = notes;
    }

    /**
     * Checks the feed. A second pass looks again at the rows that seem to be duplicates.
     *
     * @param problems takes every problem: those of the rows in the feed's order, then those of duplicates
     * @throws FeedException FEED_UNREADABLE if the file breaks off
     */
    public CheckResult run(Feed feed, Consumer<Problem> problems) {
        Pass pass = new Pass(problems);
        try (FeedReader reader = feed.reader()) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                pass.row(row.get());
            }
            pass.complete &= reader.wholeFeed();
        }
        pass.duplicates(feed);
        return new CheckResult(pass.rows, pass.rejected.cardinality(), pass.complete);
    }

    private final class Pass {
        private final Consumer<Problem> problems;
        private final KeyHashes hashes = new KeyHashes();
        private final BitSet rejected = new BitSet();
        private long rows;
        private boolean complete = true;

        Pass(Consumer<Problem> problems) {
            this.problems = problems;
        }

        void row(FeedRow row) {
            rows++;
            if (row instanceof FeedRow.Good good) {
                good.notes().forEach(notes);
            } else if (row instanceof FeedRow.Roster roster) {
                roster.notes().forEach(notes);
            } else if (row instanceof FeedRow.Account account) {
                account.notes().forEach(notes);
            } else if (row instanceof FeedRow.Bad bad) {
                bad.problems().forEach(this::reject);
                complete &= !bad.identity().isEmpty() || nobody(bad);
            }
            int ordinal = (int) row.origin().ordinal();
            RowKey.of(row).forEach(key -> hashes.add(key, ordinal));
        }

        /** A header in the middle of the file is nobody's row. */
        private boolean nobody(FeedRow.Bad bad) {
            return bad.problems().get(0).code() == ErrorCode.HEADER_DOUBLED;
        }

        private void reject(Problem problem) {
            rejected.set((int) problem.origin().ordinal());
            problems.accept(problem);
        }

        void duplicates(Feed feed) {
            long[] shared = hashes.shared();
            if (shared.length > 0) {
                new Duplicates(shared).find(feed, hashes.rowsWith(shared), this::reject);
            }
        }
    }
}
