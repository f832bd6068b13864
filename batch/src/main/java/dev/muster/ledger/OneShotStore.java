package dev.muster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** Claims and shared accounts of a state store on MariaDB, over one plain connection: for one-shot commands, which load no Spring. */
public final class OneShotStore implements AutoCloseable {
    private final Connection connection;
    private final ClaimTable claims;
    private final SharedAccountTable sharedAccounts;

    /**
     * Makes the tables where there are none yet.
     *
     * @param connection the store closes it
     * @throws StoreException if the state store cannot be used
     */
    public OneShotStore(Connection connection) {
        this.connection = connection;
        this.claims = new ClaimTable(new PlainStatements(connection));
        this.sharedAccounts = new SharedAccountTable(new PlainStatements(connection));
        try {
            claims.taken(List.of(UserName.of("root")));
        } catch (StoreException none) {
            if (!none.lacksTables()) {
                throw none;
            }
            makeTables();
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
        try (Statement statement = connection.createStatement()) {
            for (String sql : script().replaceAll("(?m)^--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException refused) {
            throw new StoreException(refused);
        }
    }

    private static String script() {
        try (InputStream stream =
                Objects.requireNonNull(OneShotStore.class.getResourceAsStream("schema.sql"), "schema.sql")) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException("The program's own schema.sql cannot be read.", impossible);
        }
    }
}
