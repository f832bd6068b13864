package dev.muster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of a state store's tables, which has a number: table {@code muster_schema} has a row for every one that the
 * store was brought to. {@code schema.sql} makes whatever table is missing, so a new table needs nothing here; where a table
 * that is there changes its form, a step is added below, and the number rises. For one thread.
 */
final class StoreSchema {
    /** Each made of statements for MariaDB and H2 that may be repeated, for a kill can come between any two. */
    private static final List<List<String>> STEPS = List.of(
            // 1: stores of before there was a number
            List.of(
                    "UPDATE muster_claim SET given_alias = CONCAT('alias=',"
                            + " REPLACE(given_alias, CHAR(10), CONCAT(CHAR(10), 'alias=')))"
                            + " WHERE given_alias <> '' AND given_alias NOT LIKE 'alias=%'",
                    "ALTER TABLE muster_claim RENAME COLUMN given_alias TO given",
                    "ALTER TABLE muster_plan ADD COLUMN IF NOT EXISTS object VARCHAR(16) DEFAULT 'USER' NOT NULL",
                    "ALTER TABLE muster_intent MODIFY COLUMN before_image MEDIUMTEXT NOT NULL"));

    static final int NEWEST = STEPS.size();
    private static final Pattern MADE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");
    /** No such table, no such column. */
    private static final Set<String> PASSED = Set.of("42S02", "42S22");

    private final Connection connection;

    StoreSchema(Connection connection) {
        this.connection = connection;
    }

    /** Whether there is a state store at all. */
    boolean exists() throws SQLException {
        return tables().contains("muster_run");
    }

    /** The number of the store's form; 0 if it has none. */
    int version() throws SQLException {
        if (!tables().contains("muster_schema")) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM muster_schema")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** @throws StoreVersionException if the store has to be brought up to date first, or is a newer release's */
    void requireUpToDate() throws SQLException {
        requireKnown(version());
        if (version() < NEWEST || !complete()) {
            throw StoreVersionException.older(version(), NEWEST);
        }
    }

    /**
     * Makes the tables that are missing and takes the steps that the store has not gone through. Repeating is safe.
     *
     * @throws StoreVersionException if it is a newer release's
     */
    void bringUpToDate() throws SQLException {
        int from = version();
        requireKnown(from);
        for (int step = from; step < NEWEST && exists(); step++) {
            for (String sql : STEPS.get(step)) {
                change(sql);
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
            if (from < NEWEST) {
                statement.execute("INSERT INTO muster_schema VALUES (" + NEWEST + ", " + System.currentTimeMillis()
                        + ") ON DUPLICATE KEY UPDATE version = VALUES(version)");
            }
        }
    }

    private static void requireKnown(int version) {
        if (version > NEWEST) {
            throw StoreVersionException.newer(version, NEWEST);
        }
    }

    private boolean complete() throws SQLException {
        Set<String> there = tables();
        return MADE.matcher(script()).results().map(made -> made.group(1)).allMatch(there::contains);
    }

    /** Asked of the catalogue: H2 writes a file about every question for a table that is not there. */
    private Set<String> tables() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = SCHEMA()")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    /** A table that is not there is made in its new form later; a column that is not there was renamed before. */
    private void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (!PASSED.contains(String.valueOf(refused.getSQLState()))) {
                throw refused;
            }
        }
    }

    private static List<String> statements() {
        return List.of(script().replaceAll("(?m)^--.*$", "").strip().split(";\\s*"));
    }

    private static String script() {
        try (InputStream stream =
                Objects.requireNonNull(StoreSchema.class.getResourceAsStream("schema.sql"), "schema.sql")) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException("The program's own schema.sql cannot be read.", impossible);
        }
    }
}
