package dev.muster.ledger;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** How it shows that the connection to the state store was lost, where Spring speaks over the driver. */
public final class StoreLoss {
    private StoreLoss() {}

    /** @param thrown an exception, its causes left aside */
    public static boolean is(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                // A commit or roll back that the server never heard of, or whose answer was lost.
                || thrown instanceof TransactionSystemException;
    }
}
