package dev.muster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The lock that one import of a site holds for its life; sites whose schemas share a server do not wait for each other.
 * It belongs to a connection (MariaDB {@code GET_LOCK}) or to a
 * process (a file lock, where the databases are files), so that it falls when its holder dies, however that happens.
 */
public abstract sealed class SiteLock implements AutoCloseable {
    /** MariaDB's locks are the whole server's. */
    private static final String NAME = "CONCAT('muster.import.', DATABASE())";

    /** What came of trying to take it. */
    public sealed interface Attempt {
        record Taken(SiteLock lock) implements Attempt {}

        /** @param who what is known of the holder: where it comes from, or what it wrote of itself */
        record Held(String who) implements Attempt {}
    }

    /** Takes the lock for the connection's schema on a MariaDB server; the connection is this lock's own from now on. */
    public static Attempt onServer(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(" + NAME + ", 0)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getInt(1) == 1) {
                return new Attempt.Taken(new OnServer(connection));
            }
        }
        try (connection) {
            return new Attempt.Held(holder(connection));
        }
    }

    /**
     * Takes the lock on a file, which is made where it is missing.
     *
     * @param who what is written into it, for others to read
     */
    public static Attempt onFile(Path file, String who) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return new Attempt.Held(Files.readString(file));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(who.getBytes(UTF_8)));
        return new Attempt.Taken(new OnFile(channel));
    }

    private static String holder(Connection connection) throws SQLException {
        String sql = "SELECT id, host FROM information_schema.processlist WHERE id = IS_USED_LOCK(" + NAME + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? "connection " + row.getLong(1) + " from " + row.getString(2) : "nobody any more";
        }
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
