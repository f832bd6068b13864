package dev.muster.target.groupware;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Transactions over plain JDBC, for one-shot commands, which load no Vert.x. Keeps as many connections as were busy at once. */
public final class PlainLane implements SqlLane {
    private final JdbcSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PlainLane(GroupwareSettings settings) {
        source = new JdbcSource(settings);
    }

    @Override
    public <T> T inTransaction(SqlWork<T> work) throws SQLException {
        Connection connection = begin();
        try {
            T result = work.in(new Session(connection));
            connection.commit();
            idle.push(connection);
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection);
            throw failure;
        }
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            JdbcSource.closeQuietly(connection);
        }
    }

    /** A connection that was idle may have been closed by the server meanwhile. */
    private Connection begin() throws SQLException {
        Connection waiting = idle.poll();
        if (waiting != null && waiting.isValid(1)) {
            return waiting;
        }
        if (waiting != null) {
            JdbcSource.closeQuietly(waiting);
            return begin();
        }
        Connection connection = source.open();
        connection.setAutoCommit(false);
        return connection;
    }

    private void rollBack(Connection connection) {
        try {
            connection.rollback();
            idle.push(connection);
        } catch (SQLException broken) {
            JdbcSource.closeQuietly(connection);
        }
    }

    private record Session(Connection connection) implements SqlSession {
        @Override
        public List<SqlRow> query(String sql, List<?> parameters) throws SQLException {
            try (PreparedStatement statement = prepare(sql, parameters);
                    ResultSet results = statement.executeQuery()) {
                return rows(results);
            }
        }

        @Override
        public int update(String sql, List<?> parameters) throws SQLException {
            try (PreparedStatement statement = prepare(sql, parameters)) {
                return statement.executeUpdate();
            }
        }

        @Override
        public void batch(String sql, List<List<@Nullable Object>> rows) throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = prepare(sql, List.of())) {
                for (List<@Nullable Object> row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        private PreparedStatement prepare(String sql, List<?> parameters) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
            bind(statement, parameters);
            return statement;
        }

        private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
        }

        private static List<SqlRow> rows(ResultSet results) throws SQLException {
            int columns = results.getMetaData().getColumnCount();
            List<SqlRow> rows = new ArrayList<>();
            while (results.next()) {
                List<@Nullable Object> values = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    values.add(results.getObject(i));
                }
                rows.add(new SqlRow(Collections.unmodifiableList(values)));
            }
            return rows;
        }
    }
}
