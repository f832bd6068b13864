package dev.muster.target.groupware;

import dev.muster.model.Secret;
import dev.muster.target.ConfiguredCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the groupware database and what to write into it.
 *
 * @param url the JDBC address of the payload schema, such as {@code jdbc:mariadb://db.example.org:3306/oxdatabase_5}
 * @param user the database user; needs select, insert, update and delete on that schema
 * @param password her password
 * @param tls whether and how the connection is encrypted; says nothing about H2
 * @param context the number of the context ({@code cid})
 * @param imapServer the URL that every user gets as {@code imapServer}, such as {@code imap://localhost:143}
 * @param smtpServer the URL that every user gets as {@code smtpServer}
 * @param deadline how long a connect, a statement or a wait for a row lock may take
 * @param lockWait how long to wait for another process that is changing users of this context
 * @param deleteCommand what deletes a user in Muster's stead, such as the reference's {@code deleteuser}; {@code
 *     {context}}, {@code {userid}} and {@code {username}} are filled in
 * @param accountPasswords how passwords of shared accounts are kept
 */
public record GroupwareSettings(
        String url,
        String user,
        Secret password,
        Tls tls,
        int context,
        String imapServer,
        String smtpServer,
        Duration deadline,
        Duration lockWait,
        Optional<ConfiguredCommand> deleteCommand,
        AccountPasswords accountPasswords) {
    /** What the database connection demands of its server. */
    public enum Tls {
        /** No encryption: for loopback and private networks. */
        DISABLE("disable"),
        /** Encrypted, without a look at the certificate. */
        TRUST("trust"),
        /** Encrypted, with a certificate that is trusted and fits the host name. */
        VERIFY_FULL("verify-full");

        private final String sslMode;

        Tls(String sslMode) {
            this.sslMode = sslMode;
        }
    }

    /** Settings with the reference's default mail servers, no TLS, and waits of 30 seconds. */
    public static GroupwareSettings of(String url, String user, Secret password, int context) {
        return new GroupwareSettings(
                url,
                user,
                password,
                Tls.DISABLE,
                context,
                "imap://localhost:143",
                "smtp://localhost:25",
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }

    /** Settings by which Muster deletes users itself, and without a key for the passwords of shared accounts. */
    public GroupwareSettings(
            String url,
            String user,
            Secret password,
            Tls tls,
            int context,
            String imapServer,
            String smtpServer,
            Duration deadline,
            Duration lockWait) {
        this(
                url,
                user,
                password,
                tls,
                context,
                imapServer,
                smtpServer,
                deadline,
                lockWait,
                Optional.empty(),
                AccountPasswords.unknown());
    }

    public GroupwareSettings withDeleteCommand(Optional<ConfiguredCommand> other) {
        return with(other, accountPasswords);
    }

    public GroupwareSettings withAccountPasswords(AccountPasswords other) {
        return with(deleteCommand, other);
    }

    private GroupwareSettings with(Optional<ConfiguredCommand> command, AccountPasswords passwords) {
        return new GroupwareSettings(
                url, user, password, tls, context, imapServer, smtpServer, deadline, lockWait, command, passwords);
    }

    /** Where an error happened, for messages: the address without its options. */
    String place() {
        return url.replaceFirst("[?;].*", "");
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** What the driver is told beside the address. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        if (url.startsWith("jdbc:mariadb:")) {
            addMariaDb(properties);
        }
        return properties;
    }

    private void addMariaDb(Properties properties) {
        String millis = Long.toString(deadline.toMillis());
        properties.setProperty("sslMode", tls.sslMode);
        properties.setProperty("connectTimeout", millis);
        // Longer than the server's own wait for a row, so that the server's answer comes first.
        properties.setProperty(
                "socketTimeout", Long.toString(deadline.plusSeconds(5).toMillis()));
        properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=" + Math.max(1, deadline.toSeconds()));
        // Without it, a batch is one round trip per row.
        properties.setProperty("rewriteBatchedStatements", "true");
    }
}
