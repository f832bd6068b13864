package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs a transaction again when a deadlock, a lock wait or a lost connection may pass: a server that is restarted has
 * about ten seconds to come back. Thread-safe.
 */
final class Retries {
    private static final int ATTEMPTS = 7;
    private static final long FIRST_PAUSE_MILLIS = 100;

    private final SqlLane lane;

    Retries(SqlLane lane) {
        this.lane = lane;
    }

    /** The work has to be repeatable: a commit whose answer was lost is done again. */
    <T> T inTransaction(SqlWork<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return lane.inTransaction(work);
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !SqlErrors.isPassing(failure) || !pause(attempt)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean pause(int attempt) {
        long longest = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
