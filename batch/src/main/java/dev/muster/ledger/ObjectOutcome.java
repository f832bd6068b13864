package dev.muster.ledger;

import dev.muster.model.Problem;
import java.util.List;

/**
 * What came of one person's plan.
 *
 * @param ordinal the row of the feed
 * @param result the whole
 * @param targets what came of each target, such as {@code LDAP=done IMAP=failed}
 * @param problems why, where it went wrong
 */
public record ObjectOutcome(long ordinal, Result result, String targets, List<Problem> problems) {
    /** What an object counts as. */
    public enum Result {
        /** As planned, counted as created or updated by its plan. */
        DONE,
        FAILED,
        /** Somebody changed it after the plan was made; it was not touched. */
        LEFT_OUT
    }

    public ObjectOutcome {
        problems = List.copyOf(problems);
    }
}
