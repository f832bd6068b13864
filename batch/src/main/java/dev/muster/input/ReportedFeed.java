package dev.muster.input;

import dev.muster.model.Problem;
import java.nio.file.Path;
import java.util.Iterator;

/** The feed of a run as its reports read it again. Thread-safe. */
public interface ReportedFeed {
    /** The file's name, without its folder. */
    String name();

    /** What a file of this kind ends in, without a dot. */
    String extension();

    /** Looks the rows up from the first to the last. */
    Rows rows();

    /**
     * Writes the rows that have a problem, so that they can be corrected and fed again, into a file that only its owner
     * can read. Repeating is safe.
     *
     * @param run the run's name
     * @param problems sorted by the ordinal of their row
     * @return the number of rows written
     * @throws FeedException FEED_UNREADABLE if the feed can no longer be read
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    long reject(Path target, String run, Iterator<Problem> problems);

    /** Rows of which the ledger keeps no name. Reads forward, once; for one thread. */
    interface Rows extends AutoCloseable {
        /** @param ordinal of the row; asked with rising numbers */
        Place place(long ordinal);

        @Override
        void close();
    }

    /**
     * Where a row begins, and whose it is.
     *
     * @param line 0 if the feed ends before
     * @param identity empty if the row does not tell
     * @param userName empty if the row gives none
     */
    record Place(long line, String identity, String userName) {
        /** There is no such row. */
        public static Place none() {
            return new Place(0, "", "");
        }
    }
}
