package dev.muster.ledger;

import dev.muster.model.MailAddress;
import java.sql.Connection;
import java.sql.SQLException;

/** Claims and shared accounts of a state store on MariaDB, over one plain connection: for one-shot commands, which load no Spring. */
public final class OneShotStore implements AutoCloseable {
    private final Connection connection;
    private final ClaimTable claims;
    private final SharedAccountTable sharedAccounts;

    /**
     * Makes the tables where there are none yet, and brings those of an earlier release up to date.
     *
     * @param connection the store closes it
     * @throws StoreException if the state store cannot be used
     * @throws StoreVersionException if it is a newer release's
     */
    public OneShotStore(Connection connection) {
        this.connection = connection;
        this.claims = new ClaimTable(new PlainStatements(connection));
        this.sharedAccounts = new SharedAccountTable(new PlainStatements(connection));
        try {
            StoreSchema schema = new StoreSchema(connection);
            if (schema.version() != StoreSchema.NEWEST) {
                schema.bringUpToDate();
            }
        } catch (SQLException refused) {
            throw new StoreException(refused);
        }
    }

    public ClaimTable claims() {
        return claims;
    }

    /** @throws StoreException if the state store cannot be used */
    public SharedAccountTable sharedAccounts() {
        try {
            sharedAccounts.find(0, MailAddress.of("root@localhost"));
        } catch (StoreException none) {
            if (!none.lacksTables()) {
                throw none;
            }
            makeTables();
        }
        return sharedAccounts;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            // It was only read from, or what it wrote is committed.
        }
    }

    private void makeTables() {
        try {
            new StoreSchema(connection).bringUpToDate();
        } catch (SQLException refused) {
            throw new StoreException(refused);
        }
    }
}
