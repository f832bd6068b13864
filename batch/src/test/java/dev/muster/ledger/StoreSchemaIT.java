package dev.muster.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mariadb.jdbc.MariaDbDataSource;

class StoreSchemaIT implements StoreSchemaContract {
    private static final String SERVER = "jdbc:mariadb://" + required("DB_HOST") + ":" + required("DB_PORT") + "/";
    private final String schema = "muster_" + UUID.randomUUID().toString().replace('-', '_');
    private final MariaDbDataSource store = new MariaDbDataSource();

    @BeforeEach
    void make() throws SQLException {
        onServer("CREATE DATABASE " + schema);
        store.setUrl(SERVER + schema);
        store.setUser(required("DB_USER"));
        store.setPassword(required("DB_PASSWORD"));
    }

    @AfterEach
    void remove() throws SQLException {
        onServer("DROP DATABASE " + schema);
    }

    @Override
    public DataSource store() {
        return store;
    }

    private static void onServer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SERVER, required("DB_USER"), required("DB_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String required(String variable) {
        return Objects.requireNonNull(
                System.getenv(variable), variable + " is not set. Run the tests through samples/servers/run.");
    }
}
