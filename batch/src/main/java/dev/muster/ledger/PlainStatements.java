package dev.muster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements that commit by themselves, over one connection. For one thread at a time. */
record PlainStatements(Connection connection) implements Statements {
    @Override
    public <T> List<T> query(String sql, Row<T> row, List<?> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters.toArray());
            return rows(statement, row);
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    @Override
    public void batch(String sql, List<Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row.read(results));
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
