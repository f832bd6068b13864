package dev.muster.target.groupware;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections. Those of {@link #getConnection()} are for the Vert.x JDBC client 5.0.10, which turns autocommit off
 * at the end of a transaction instead of on, so that a later bare statement would report success and never be
 * committed; and which keeps a connection that the server has closed. Here the first word about autocommit after a
 * commit or rollback means on, and a transaction that begins on a closed connection gets a new one. Thread-safe.
 */
final class JdbcSource implements DataSource {
    private final GroupwareSettings settings;

    JdbcSource(GroupwareSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                JdbcSource.class.getClassLoader(), new Class<?>[] {Connection.class}, new Guarded(open()));
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing more can be done about it, and nothing depends on it.
        }
    }

    /** A connection as the driver makes it. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.driverProperties());
    }

    private final class Guarded implements InvocationHandler {
        private Connection connection;
        private boolean ended;

        Guarded(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("setAutoCommit")) {
                setAutoCommit();
                return null;
            }
            ended = method.getName().equals("commit") || method.getName().equals("rollback");
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private void setAutoCommit() throws SQLException {
            boolean beginning = !ended;
            ended = false;
            if (beginning && connection.isClosed()) {
                connection = open();
            }
            if (beginning || !connection.isClosed()) {
                connection.setAutoCommit(!beginning);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The settings name the user.");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return Math.toIntExact(settings.deadline().toSeconds());
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("No logger of java.util.logging.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
