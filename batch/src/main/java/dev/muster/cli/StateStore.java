package dev.muster.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.muster.config.StateSettings;
import dev.muster.ledger.Ledger;
import dev.muster.model.Secret;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The state store, open: one pool for the ledger and for Spring Batch. */
final class StateStore implements AutoCloseable {
    private static final long CONNECT_MILLIS = 5_000;
    /** H2's {@code DATABASE_NOT_FOUND_WITH_IF_EXISTS}. */
    private static final int H2_HAS_NONE = 90146;

    private final HikariDataSource pool;
    private final Ledger ledger;

    private StateStore(HikariDataSource pool, Ledger ledger) {
        this.pool = pool;
        this.ledger = ledger;
    }

    /** For what only asks: nothing is written or made, and where there is no ledger yet an empty one in memory stands in. */
    static StateStore openForReading(StateSettings settings) {
        try {
            return existing(pool(settings, onlyIfThere(settings), 2)).orElseGet(StateStore::onPaper);
        } catch (RefusalException refused) {
            if (!isMissingFile(refused)) {
                throw refused;
            }
            return onPaper();
        }
    }

    /** @param partitions chunks at the same time: each holds a connection for its chunk and one for its intents */
    static StateStore open(StateSettings settings, int partitions) {
        HikariDataSource pool = pool(settings, withBatches(settings), 2 * partitions + 4);
        return new StateStore(pool, Ledger.open(pool));
    }

    /** Closes the pool if there is no ledger that it can be used with. */
    private static Optional<StateStore> existing(HikariDataSource pool) {
        Optional<StateStore> store = Optional.empty();
        try {
            store = Ledger.existing(pool).map(ledger -> new StateStore(pool, ledger));
        } finally {
            if (store.isEmpty()) {
                pool.close();
            }
        }
        return store;
    }

    private static StateStore onPaper() {
        StateSettings memory = new StateSettings("jdbc:h2:mem:paper;MODE=MariaDB", "paper", Secret.of(""));
        HikariDataSource pool = pool(memory, memory.url(), 2);
        return new StateStore(pool, Ledger.open(pool));
    }

    private static HikariDataSource pool(StateSettings settings, String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password().reveal());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // Each step on the way out asks once more, so that a store that stays away is noticed within a minute.
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException away) {
            throw new RefusalException(
                    Refusal.unopened(away),
                    "The state store " + settings.url() + " cannot be opened as " + settings.user() + ": "
                            + reason(away).getMessage() + ". Check the section state of the configuration.",
                    away);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String withBatches(StateSettings settings) {
        if (!settings.onMariaDb()) {
            return settings.url();
        }
        return settings.url() + (settings.url().contains("?") ? "&" : "?") + "rewriteBatchedStatements=true";
    }

    /** H2 makes a database that it does not find, unless it is told not to. */
    private static String onlyIfThere(StateSettings settings) {
        return settings.url().startsWith("jdbc:h2:") ? settings.url() + ";IFEXISTS=TRUE" : withBatches(settings);
    }

    private static boolean isMissingFile(Throwable refused) {
        return reason(refused) instanceof SQLException sql && sql.getErrorCode() == H2_HAS_NONE;
    }

    private static Throwable reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
