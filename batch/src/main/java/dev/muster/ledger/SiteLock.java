package dev.muster.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock that one import of a site holds for its life; sites whose schemas share a server do not wait for each other.
 * It belongs to a connection (MariaDB {@code GET_LOCK}) or to a
 * process (a file lock, where the databases are files), so that it falls when its holder dies, however that happens.
 */
public abstract sealed class SiteLock implements AutoCloseable {
    /** MariaDB's locks are the whole server's. */
    private static final String NAME = "CONCAT('muster.import.', DATABASE())";

    /** Takes the lock for the connection's schema on a MariaDB server; the connection is this lock's own from now on. Empty if somebody holds it. */
    public static Optional<SiteLock> onServer(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(" + NAME + ", 0)")) {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) == 1) {
                    return Optional.of(new OnServer(connection));
                }
            }
        }
        connection.close();
        return Optional.empty();
    }

    /** Takes the lock on a file, which is made where it is missing. Empty if another process holds it. */
    public static Optional<SiteLock> onFile(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new OnFile(channel));
    }

    /** Whether the lock is still held; asks the server, so call it now and then, not per row. */
    public abstract boolean held();

    /** Lets go. */
    @Override
    public abstract void close();

    private static final class OnServer extends SiteLock {
        private final Connection connection;

        OnServer(Connection connection) {
            this.connection = connection;
        }

        @Override
        public synchronized boolean held() {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()")) {
                statement.setQueryTimeout(10);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getInt(1) == 1;
                }
            } catch (SQLException gone) {
                return false;
            }
        }

        @Override
        public synchronized void close() {
            try {
                connection.close();
            } catch (SQLException gone) {
                // The lock fell with the connection, which is what was wanted.
            }
        }
    }

    private static final class OnFile extends SiteLock {
        private final FileChannel channel;

        OnFile(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public boolean held() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException gone) {
                // The lock fell with the channel, which is what was wanted.
            }
        }
    }
}
