package dev.muster.site;

import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A kind of feed that knows by itself how it is carried out: calls of the old commands. Found by {@link ServiceLoader},
 * since the program that reads it is a module of its own, which need not be there.
 */
public interface FeedDoor {
    /** What {@code --format} calls it. */
    String format();

    /**
     * Reads a file of that kind.
     *
     * @throws dev.muster.input.FeedException FEED_UNREADABLE if it cannot be read as a whole
     */
    OwnFeed open(Path file, Configuration configuration);

    /** The one for that format, if it is installed. */
    static Optional<FeedDoor> find(String format) {
        return ServiceLoader.load(FeedDoor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(door -> door.format().equals(format))
                .findFirst();
    }

    /** A feed that was read, and carries itself out. */
    interface OwnFeed extends dev.muster.input.ReportedFeed {
        /** SHA-256 of the file, in hexadecimal. */
        String digest();

        /**
         * Checks, plans and applies what is not done yet, and records all of it; a run that was stopped or killed goes on.
         *
         * @return whether everything was gone through; false where the watch said stop
         * @throws dev.muster.target.TargetException if a back-end cannot be used; resumable
         */
        boolean carryOut(Run run, Ledger ledger, Watch watch);
    }

    /** Whoever looks on. Thread-safe. */
    interface Watch {
        /** Whether nothing new is to be begun. */
        boolean stopped();

        /** A part of the work begins; 0 = nobody knows how much it is. */
        void begin(Part part, long toDo);

        /** So many rows are through, and so many of them were rejected or failed. */
        void advance(long count, long bad);
    }

    /** The parts of the work. */
    enum Part {
        CHECK,
        APPLY
    }
}
