package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.Password;

/**
 * Looks up a password that a reject file names as {@code @run:RUN:line:LINE} instead of repeating it; of a column other
 * than {@code password} as {@code @run:RUN:line:LINE:COLUMN}. Used by one reading thread at a time, with rising lines.
 */
@FunctionalInterface
public interface PasswordReferences {
    /**
     * The password of a row of an earlier run's feed.
     *
     * @param run the run's name, as it was given to the reject file
     * @param line the line on which the row begins in that run's feed
     * @param field whose password: {@link Field#PASSWORD}, or another that holds one
     * @return {@link Password.Keep} when that feed or line cannot be found
     */
    Password resolve(String run, long line, Field field);

    /** Finds nothing. */
    static PasswordReferences none() {
        return (run, line, field) -> new Password.Keep();
    }
}
