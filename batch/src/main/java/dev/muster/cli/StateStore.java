package dev.muster.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.muster.config.StateSettings;
import dev.muster.ledger.Ledger;
import dev.muster.model.Secret;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import javax.sql.DataSource;

/** The state store, open: one pool for the ledger and for Spring Batch. */
final class StateStore implements AutoCloseable {
    private static final long CONNECT_MILLIS = 5_000;
    private final HikariDataSource pool;
    private final Ledger ledger;

    private StateStore(HikariDataSource pool, Ledger ledger) {
        this.pool = pool;
        this.ledger = ledger;
    }

    /** For a dry run: nothing is written, and where there is no ledger yet an empty one in memory stands in. */
    static StateStore openForReading(StateSettings settings) {
        HikariDataSource pool = pool(settings, 2);
        if (Ledger.exists(pool)) {
            return new StateStore(pool, Ledger.existing(pool));
        }
        pool.close();
        StateSettings memory = new StateSettings("jdbc:h2:mem:paper;MODE=MariaDB", "paper", Secret.of(""));
        HikariDataSource paper = pool(memory, 2);
        return new StateStore(paper, Ledger.open(paper));
    }

    /** @param partitions chunks at the same time: each holds a connection for its chunk and one for its intents */
    static StateStore open(StateSettings settings, int partitions) {
        HikariDataSource pool = pool(settings, 2 * partitions + 4);
        return new StateStore(pool, Ledger.open(pool));
    }

    private static HikariDataSource pool(StateSettings settings, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(withBatches(settings));
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
                            + reason(away) + ". Check the section state of the configuration.");
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

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
