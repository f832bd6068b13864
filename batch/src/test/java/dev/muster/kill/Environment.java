package dev.muster.kill;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The real servers. */
final class Environment {
    private Environment() {}

    static String of(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(
                    variable + " is not set. Start the tests by samples/servers/run --imap=both mvn verify.");
        }
        return value;
    }

    static int ldapPort() {
        return URI.create(of("LDAP_URL")).getPort();
    }

    static int port(String variable) {
        return Integer.parseInt(of(variable));
    }

    /** A connection to a schema, or to none with an empty name, as the user that Muster is to the database. */
    static Connection database(String schema) throws SQLException {
        return DriverManager.getConnection(databaseUrl(port("DB_PORT"), schema), of("DB_USER"), of("DB_PASSWORD"));
    }

    static String databaseUrl(int port, String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }
}
