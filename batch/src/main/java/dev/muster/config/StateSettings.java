package dev.muster.config;

import dev.muster.model.Secret;

/**
 * Where the state store is.
 *
 * @param url JDBC, MariaDB or H2
 * @param user the database user; may create tables there
 * @param password her password
 */
public record StateSettings(String url, String user, Secret password) {
    public boolean onMariaDb() {
        return url.startsWith("jdbc:mariadb:");
    }
}
