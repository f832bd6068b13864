package dev.muster.ledger;

import java.sql.SQLException;

/** The state store refused a statement, or is away. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(SQLException cause) {
        super("The state store: " + cause.getMessage(), cause);
    }

    /** Whether somebody else has the same key at this moment. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException sql && sql.getErrorCode() == 1062;
    }

    /** Whether there are no tables yet. */
    boolean lacksTables() {
        return getCause() instanceof SQLException sql && sql.getErrorCode() == 1146;
    }
}
