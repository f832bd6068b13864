package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private final EmbeddedDatabase database = EmbeddedDatabase.start();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void hasAContextWithItsAdministrator() throws SQLException {
        assertThat(text("SELECT uid FROM login2user WHERE cid = 1")).isEqualTo("oxadmin");
    }

    @Test
    void understandsMariaDbAndKeepsRowsBetweenConnections() throws SQLException {
        execute("CREATE TABLE person (cid INT4 UNSIGNED NOT NULL, name VARCHAR(128) NOT NULL, PRIMARY KEY (cid))"
                + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci");
        execute(
                "INSERT INTO person (cid, name) VALUES (1, 'anna'), (2, '李小龍') ON DUPLICATE KEY UPDATE name = VALUES(name)");

        assertThat(text("SELECT name FROM person WHERE cid = 2 FOR UPDATE")).isEqualTo("李小龍");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, "wrong"))
                .isInstanceOf(SQLException.class);
    }
}
