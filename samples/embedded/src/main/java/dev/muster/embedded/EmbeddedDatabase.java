package dev.muster.embedded;

import dev.muster.model.Secret;
import dev.muster.target.groupware.GroupwareInit;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.Layout;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/**
 * An SQL server in the JVM, on a free port of the loopback interface, that speaks MariaDB's dialect as far as H2 knows
 * it. It holds one database in memory, gone with it: the groupware's tables in the 8.x layout, and context 1 with its
 * administrator {@code oxadmin}. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String USER = "muster";

    private static final String OPTIONS = ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";IGNORECASE=TRUE;NON_KEYWORDS=USER;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    private final Server server;

    private EmbeddedDatabase(Server server) {
        this.server = server;
    }

    /** A running server with tables and context. */
    public static EmbeddedDatabase start() {
        // H2 takes its address from here only; else the port is open to the network, though H2 refuses remote callers.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            EmbeddedDatabase database =
                    new EmbeddedDatabase(Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                            .start());
            GroupwareInit.run(database.settings(), Layout.V8, "oxadmin", Secret.of(EmbeddedServers.PASSWORD));
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database did not start: " + e.getMessage(), e);
        }
    }

    /** What a groupware target needs to work here. */
    public GroupwareSettings settings() {
        return GroupwareSettings.of(url(), USER, Secret.of(EmbeddedServers.PASSWORD), 1);
    }

    /** A connection of its own; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, EmbeddedServers.PASSWORD);
    }

    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:groupware" + server.getPort() + OPTIONS;
    }

    /** Drops the database too: else it would outlive its server in this JVM, and wait for the next one on its port. */
    @Override
    public void close() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database did not stop: " + e.getMessage(), e);
        } finally {
            server.stop();
        }
    }
}
