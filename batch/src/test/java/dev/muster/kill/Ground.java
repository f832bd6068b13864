package dev.muster.kill;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import dev.muster.model.Secret;
import dev.muster.target.groupware.GroupwareInit;
import dev.muster.target.groupware.GroupwareSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one scenario has for itself on the servers that all share: a state store, a groupware schema, a subtree of the
 * directory, people of its own, and proxies before all of it.
 */
final class Ground implements AutoCloseable {
    private static final Path TEMPLATES =
            Path.of("..", "templates").toAbsolutePath().normalize();
    final String mark;
    final Path folder;
    final KillingProxy ldap = new KillingProxy(Wire.LDAP, "127.0.0.1", Environment.ldapPort());
    final KillingProxy groupware = database();
    final KillingProxy state = database();
    final KillingProxy imap;
    final House house;

    private Ground(House house, String mark, Path folder) {
        this.house = house;
        imap = new KillingProxy(Wire.IMAP, "127.0.0.1", house.mailPort());
        this.mark = mark;
        this.folder = folder;
    }

    /** @param seed with the scenario's number it makes the mark that no other scenario on these servers has */
    static Ground make(House house, long seed, int scenario, Path parent) throws Exception {
        String mark = "k%04d%c%cx".formatted(Math.floorMod(seed, 10_000L), 'a' + scenario / 26, 'a' + scenario % 26);
        Ground ground = new Ground(house, mark, Files.createDirectory(parent.resolve(mark)));
        ground.makeSchemas();
        ground.makeSubtree();
        ground.writeFiles();
        return ground;
    }

    String stateSchema() {
        return "muster_" + mark;
    }

    String groupwareSchema() {
        return "ox_" + mark;
    }

    String baseDn() {
        return "ou=" + mark + "," + Environment.of("LDAP_BASE_DN");
    }

    KillingProxy proxy(Server server) {
        return switch (server) {
            case SLAPD -> ldap;
            case GROUPWARE -> groupware;
            case STATE -> state;
            case IMAP -> imap;
        };
    }

    Program startImport() {
        return start("import", folder.resolve("people.csv").toString());
    }

    /** Whether a run has been entered that resume can go on with. */
    boolean hasRun() throws SQLException {
        try (Connection connection = Environment.database(stateSchema());
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("SHOW TABLES LIKE 'muster_run'").next()
                    && statement.executeQuery("SELECT 1 FROM muster_run").next();
        }
    }

    /** The server needs a moment to see that a killed program is gone. */
    void awaitUnlocked() throws SQLException, InterruptedException {
        try (Connection connection = Environment.database(groupwareSchema());
                Statement statement = connection.createStatement()) {
            ResultSet free = statement.executeQuery("SELECT GET_LOCK(CONCAT('muster.import.', DATABASE()), 30)");
            free.next();
            statement.execute("DO RELEASE_LOCK(CONCAT('muster.import.', DATABASE()))");
        }
    }

    Program start(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--json", "--config", folder.resolve("muster.yaml").toString()));
        all.addAll(List.of(arguments));
        return Program.start(folder, all);
    }

    @Override
    public void close() throws SQLException {
        Stream.of(Server.values()).map(this::proxy).forEach(KillingProxy::close);
        execute("DROP DATABASE IF EXISTS " + stateSchema(), "DROP DATABASE IF EXISTS " + groupwareSchema());
    }

    private static KillingProxy database() {
        return new KillingProxy(Wire.SQL, Environment.of("DB_HOST"), Environment.port("DB_PORT"));
    }

    private void makeSchemas() throws SQLException, IOException {
        String kind = " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
        execute("CREATE DATABASE " + stateSchema() + kind, "CREATE DATABASE " + groupwareSchema() + kind);
        GroupwareSettings settings = GroupwareSettings.of(
                Environment.databaseUrl(Environment.port("DB_PORT"), groupwareSchema()),
                Environment.of("DB_USER"),
                Secret.of(Environment.of("DB_PASSWORD")),
                1);
        GroupwareInit.run(settings, house.layout, "oxadmin", Secret.of("secret"));
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = Environment.database("");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void makeSubtree() throws LDAPException, LDIFException {
        try (LDAPConnection directory = directory()) {
            unit(directory, baseDn(), mark);
            unit(directory, "ou=people," + baseDn(), "people");
            unit(directory, "ou=groups," + baseDn(), "groups");
            unit(directory, "ou=accounts," + baseDn(), "accounts");
            unit(directory, "ou=ResourceObjects," + baseDn(), "ResourceObjects");
            directory.add(
                    "dn: cn=uidNumber," + baseDn(),
                    "objectClass: organizationalRole",
                    "objectClass: musterCounter",
                    "cn: uidNumber",
                    "uidNumber: 10000");
        }
    }

    private static void unit(LDAPConnection directory, String dn, String name) throws LDAPException, LDIFException {
        directory.add("dn: " + dn, "objectClass: organizationalUnit", "ou: " + name);
    }

    static LDAPConnection directory() throws LDAPException {
        return new LDAPConnection(
                "127.0.0.1",
                Environment.ldapPort(),
                Environment.of("LDAP_BIND_DN"),
                Environment.of("LDAP_BIND_PASSWORD"));
    }

    private void writeFiles() throws IOException {
        Files.writeString(folder.resolve("people.csv"), new People(mark).csv());
        Files.writeString(folder.resolve("muster.yaml"), configuration());
        Files.writeString(folder.resolve("ldap.secret"), Environment.of("LDAP_BIND_PASSWORD"));
        Files.writeString(folder.resolve("db.secret"), Environment.of("DB_PASSWORD"));
        Files.writeString(folder.resolve("imap.secret"), Environment.of("IMAP_ADMIN_PASSWORD"));
        Files.writeString(folder.resolve("site.key"), "a2lsbGVkIGFuZCByZXN1bWVkLCBtb3JlIHRoYW4gb25jZSE=");
        copyTemplates(Files.createDirectory(folder.resolve("templates")));
    }

    /** The ones of the house, and generated passwords for a department. */
    private static void copyTemplates(Path to) throws IOException {
        for (String name : List.of("ImapFolders.xml", "GroupwareFolders.xml", "Accounts.xml")) {
            String text = Files.readString(TEMPLATES.resolve(name));
            Files.writeString(to.resolve(name), text.replace("</accounts>", """
                      <account column="department" is="Sales">
                        <password from="generated" length="16"><characters>abcdefghijkmnpqrstuvwxyz</characters></password>
                      </account>
                    </accounts>"""));
        }
    }

    private String configuration() {
        return """
                source: kill
                siteKeyFile: site.key
                templates: templates
                reports: reports
                limits:
                  chunk: 10
                  partitions: 2
                state:
                  url: "%s"
                  user: "%s"
                  passwordFile: db.secret
                ldap:
                  url: "ldap://127.0.0.1:%d"
                  security: none
                  bindDn: "%s"
                  bindPasswordFile: ldap.secret
                  baseDn: "%s"
                  counterDn: "cn=uidNumber,%s"
                  addressAdminsDn: ""
                  retryPauseMillis: 500
                  account: {base: "ou=accounts,%s"}
                groupware:
                  url: "%s"
                  user: "%s"
                  passwordFile: db.secret
                  context: 1
                imap:
                  server: %s
                  host: 127.0.0.1
                  port: %d
                  security: none
                  admin: "%s"
                  adminPasswordFile: imap.secret
                  quota: %s
                  connections: 4
                """.formatted(
                        Environment.databaseUrl(state.port(), stateSchema()),
                        Environment.of("DB_USER"),
                        ldap.port(),
                        Environment.of("LDAP_BIND_DN"),
                        baseDn(),
                        baseDn(),
                        baseDn(),
                        Environment.databaseUrl(groupware.port(), groupwareSchema()),
                        Environment.of("DB_USER"),
                        house.mailServer,
                        imap.port(),
                        Environment.of("IMAP_ADMIN"),
                        house.quota);
    }
}
