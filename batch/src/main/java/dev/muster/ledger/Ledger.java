package dev.muster.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The state store's tables over one data source. Thread-safe. A call inside a transaction of Spring's takes part in it;
 * outside, every statement commits by itself.
 */
public final class Ledger {
    /** Rows that a long result brings into memory at a time; without it MariaDB's driver reads all of them at once. */
    private static final int FETCH = 1000;

    private final RunTable runs;
    private final ClaimTable claims;
    private final RosterClaimTable rosters;
    private final AccountTable accounts;
    private final SharedAccountTable sharedAccounts;
    private final ProblemTable problems;
    private final PlanTable plans;
    private final OutcomeTable outcomes;
    private final TapeTable tapes;
    private final TransactionTemplate together;

    private Ledger(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH);
        runs = new RunTable(jdbc);
        claims = new ClaimTable(new SpringStatements(jdbc));
        rosters = new RosterClaimTable(jdbc);
        accounts = new AccountTable(jdbc);
        sharedAccounts = new SharedAccountTable(new SpringStatements(jdbc));
        problems = new ProblemTable(jdbc, streaming);
        plans = new PlanTable(jdbc);
        outcomes = new OutcomeTable(jdbc, streaming);
        tapes = new TapeTable(jdbc);
        together = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * Opens the ledger, makes the tables that are not there yet, and brings those of an earlier release up to date.
     *
     * @throws StoreVersionException if they are a newer release's
     */
    public static Ledger open(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            new StoreSchema(connection).bringUpToDate();
        } catch (SQLException unusable) {
            throw new StoreException(unusable);
        }
        return new Ledger(dataSource);
    }

    /**
     * Opens a ledger whose tables are there, and changes nothing; empty if there are none.
     *
     * @throws StoreVersionException if they are of another release
     */
    public static Optional<Ledger> existing(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            StoreSchema schema = new StoreSchema(connection);
            if (!schema.exists()) {
                return Optional.empty();
            }
            schema.requireUpToDate();
            return Optional.of(new Ledger(dataSource));
        } catch (SQLException unusable) {
            throw new StoreException(unusable);
        }
    }

    public RunTable runs() {
        return runs;
    }

    public ClaimTable claims() {
        return claims;
    }

    public RosterClaimTable rosters() {
        return rosters;
    }

    /** Shared accounts that sources gave. */
    public AccountTable accounts() {
        return accounts;
    }

    /** How shared accounts are to be attached to those who get them by the commands. */
    public SharedAccountTable sharedAccounts() {
        return sharedAccounts;
    }

    public ProblemTable problems() {
        return problems;
    }

    public PlanTable plans() {
        return plans;
    }

    public OutcomeTable outcomes() {
        return outcomes;
    }

    public TapeTable tapes() {
        return tapes;
    }

    /** Does some work of this thread in one transaction: all of it is recorded, or nothing. */
    public void together(Runnable work) {
        together.executeWithoutResult(status -> work.run());
    }
}
