package dev.muster.embedded;

import dev.muster.template.Templates;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Directory, database and mailbox store in this JVM, on free ports of the loopback interface, with a complete
 * configuration of Muster for them. All of it is gone after {@link #close()}. Thread-safe.
 */
public final class EmbeddedServers implements AutoCloseable {
    /** Of every account that is there before the first import. */
    static final String PASSWORD = "secret";

    private final EmbeddedDirectory directory = EmbeddedDirectory.start();
    private final EmbeddedDatabase database = EmbeddedDatabase.start();
    private final EmbeddedMailStore mailStore;
    private final ConfigurationFolder configuration;

    private EmbeddedServers(Path templates) {
        mailStore = EmbeddedMailStore.start(directory, Templates.load(templates).folderRoles());
        configuration = ConfigurationFolder.create(this, templates);
    }

    /**
     * Starts all three.
     *
     * @param templates the folder of ImapFolders.xml, whose folder names get their special use
     */
    public static EmbeddedServers start(Path templates) {
        return new EmbeddedServers(templates);
    }

    public EmbeddedDirectory directory() {
        return directory;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public EmbeddedMailStore mailStore() {
        return mailStore;
    }

    /** The muster.yaml of these servers. */
    public Path configuration() {
        return configuration.file();
    }

    /** Where everything is, by the names that samples/servers/run exports too; sorted. */
    public Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "MUSTER_CONFIG",
                configuration().toString(),
                "LDAP_URL",
                directory.url(),
                "LDAP_BASE_DN",
                EmbeddedDirectory.BASE_DN,
                "LDAP_BIND_DN",
                EmbeddedDirectory.ADMINISTRATOR_DN,
                "LDAP_BIND_PASSWORD",
                PASSWORD));
        variables.putAll(Map.of(
                "DB_URL",
                database.url(),
                "DB_USER",
                EmbeddedDatabase.USER,
                "DB_PASSWORD",
                PASSWORD,
                "IMAP_HOST",
                "127.0.0.1",
                "IMAP_PORT",
                Integer.toString(mailStore.port()),
                "IMAP_ADMIN",
                EmbeddedDirectory.ADMINISTRATOR,
                "IMAP_ADMIN_PASSWORD",
                PASSWORD));
        return variables;
    }

    @Override
    public void close() {
        mailStore.close();
        database.close();
        directory.close();
        configuration.close();
    }
}
