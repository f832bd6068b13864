package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private final EmbeddedDatabase database = EmbeddedDatabase.start("secret");

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void understandsMariaDbAndKeepsRowsBetweenConnections() throws SQLException {
        execute(
                "CREATE TABLE `user` (cid INT4 UNSIGNED NOT NULL, id INT4 UNSIGNED NOT NULL, name VARCHAR(128) NOT NULL,"
                        + " PRIMARY KEY (cid, id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci");
        execute("INSERT INTO user (cid, id, name) VALUES (1, 3, 'anna'), (1, 4, '李小龍')"
                + " ON DUPLICATE KEY UPDATE name = VALUES(name)");

        assertThat(names()).isEqualTo("李小龍");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect("secret");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String names() throws SQLException {
        try (Connection connection = database.connect("secret");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name FROM `user` WHERE cid = 1 AND id = 4 FOR UPDATE")) {
            rows.next();
            return rows.getString("name");
        }
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> database.connect("wrong")).isInstanceOf(SQLException.class);
    }
}
