package dev.muster.input;

import dev.muster.model.Password;

/**
 * Looks up a password that a reject file names as {@code @run:RUN:line:LINE} instead of repeating it. Used by one
 * reading thread at a time, with rising lines.
 */
@FunctionalInterface
public interface PasswordReferences {
    /**
     * The password of a row of an earlier run's feed.
     *
     * @param run the run's name, as it was given to the reject file
     * @param line the line on which the row begins in that run's feed
     * @return {@link Password.Keep} when that feed or line cannot be found
     */
    Password resolve(String run, long line);

    /** Finds nothing. */
    static PasswordReferences none() {
        return (run, line) -> new Password.Keep();
    }
}
