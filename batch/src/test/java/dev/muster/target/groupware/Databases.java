package dev.muster.target.groupware;

import dev.muster.model.Secret;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where the tests have their tables. */
final class Databases {
    private static final String H2 = ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
            + "IGNORECASE=TRUE;DB_CLOSE_DELAY=-1";

    private Databases() {}

    /** An H2 database of its own, still empty. */
    static GroupwareSettings memory() {
        return GroupwareSettings.of("jdbc:h2:mem:" + UUID.randomUUID() + H2, "sa", Secret.of(""), 1);
    }

    /** A context of its own on the real server, so that a test can remove what it made. */
    static GroupwareSettings freshContext(String schemaVariable, Layout layout) throws SQLException {
        GroupwareSettings settings = GroupwareSettings.of(
                "jdbc:mariadb://" + required("DB_HOST") + ":" + required("DB_PORT") + "/" + required(schemaVariable),
                required("DB_USER"),
                Secret.of(required("DB_PASSWORD")),
                ThreadLocalRandom.current().nextInt(1_000, 1_000_000));
        try (SqlLane lane = new PlainLane(settings)) {
            if (lane.inTransaction(Schema::read).isEmpty()) {
                lane.inTransaction(session -> GroupwareInit.makeTables(session, settings, layout));
            }
            lane.inTransaction(session -> GroupwareInit.makeContext(
                    session, settings, GroupwareInit.administrator("oxadmin", Secret.of("secret"))));
        }
        return settings;
    }

    /** Removes every row of the context. */
    static void removeContext(SqlLane lane, int context) throws SQLException {
        String tables = "SELECT table_name FROM information_schema.columns WHERE table_schema = SCHEMA()"
                + " AND column_name = 'cid'";
        lane.inTransaction(session -> {
            session.update("SET FOREIGN_KEY_CHECKS = 0", List.of());
            for (SqlRow table : session.query(tables, List.of())) {
                session.update("DELETE FROM `" + table.text(0) + "` WHERE cid = ?", List.of(context));
            }
            return session.update("SET FOREIGN_KEY_CHECKS = 1", List.of());
        });
    }

    static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set. Run the tests through samples/servers/run.");
        }
        return value;
    }

    static List<SqlRow> rows(SqlLane lane, String sql, Object... parameters) throws SQLException {
        return lane.inTransaction(session -> session.query(sql, List.of(parameters)));
    }

    static long number(SqlLane lane, String sql, Object... parameters) throws SQLException {
        return rows(lane, sql, parameters).get(0).number(0);
    }

    static String text(SqlLane lane, String sql, Object... parameters) throws SQLException {
        return rows(lane, sql, parameters).get(0).text(0);
    }
}
