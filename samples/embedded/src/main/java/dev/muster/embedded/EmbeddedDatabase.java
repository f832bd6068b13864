package dev.muster.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/**
 * An SQL server in the JVM, on a free port of the loopback interface, that speaks MariaDB's dialect as far as H2 knows
 * it. It holds one database in memory, gone with it. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String USER = "muster";

    private static final String OPTIONS = ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";IGNORECASE=TRUE;NON_KEYWORDS=USER;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    private final Server server;
    private final String url;

    private EmbeddedDatabase(Server server) {
        this.server = server;
        this.url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:groupware" + server.getPort() + OPTIONS;
    }

    /** A running server with an empty database, whose user is {@link #USER}. */
    public static EmbeddedDatabase start(String password) {
        // H2 takes its address from here only. Without it the port would be open to the network, though H2 refuses
        // remote callers.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            EmbeddedDatabase database =
                    new EmbeddedDatabase(Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                            .start());
            database.connect(password).close();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database did not start: " + e.getMessage(), e);
        }
    }

    /** A connection of its own; the caller closes it. */
    public Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(url, USER, password);
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.stop();
    }
}
