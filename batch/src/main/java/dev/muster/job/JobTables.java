package dev.muster.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Spring Batch's tables in the state store. Its own scripts expect none of them to be there; here what is missing is
 * made, because a kill can come between any two.
 */
final class JobTables {
    private JobTables() {}

    static void make(DataSource stateStore) throws SQLException, IOException {
        try (Connection connection = stateStore.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            String script = read(product.contains("h2") ? "schema-h2.sql" : "schema-mariadb.sql")
                    .replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
                    .replace("CREATE SEQUENCE ", "CREATE SEQUENCE IF NOT EXISTS ");
            new ResourceDatabasePopulator(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)))
                    .populate(connection);
        }
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource("org/springframework/batch/core/" + name)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
