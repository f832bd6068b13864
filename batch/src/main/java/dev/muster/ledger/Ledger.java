package dev.muster.ledger;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
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

    /** Opens the ledger and makes the tables that are not there yet. */
    public static Ledger open(DataSource dataSource) {
        ResourceDatabasePopulator schema =
                new ResourceDatabasePopulator(new ClassPathResource("dev/muster/ledger/schema.sql"));
        schema.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        schema.execute(dataSource);
        return new Ledger(dataSource);
    }

    /** Opens a ledger whose tables are there, and changes nothing. */
    public static Ledger existing(DataSource dataSource) {
        return new Ledger(dataSource);
    }

    /** Whether there are tables. */
    public static boolean exists(DataSource dataSource) {
        try {
            new JdbcTemplate(dataSource).queryForList("SELECT id FROM muster_run WHERE id = 0");
            return true;
        } catch (BadSqlGrammarException none) {
            return false;
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
