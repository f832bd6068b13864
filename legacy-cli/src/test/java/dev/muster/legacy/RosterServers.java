package dev.muster.legacy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The servers of samples/servers, seen with clients that Muster has no part in, and people to be members. */
final class RosterServers implements AutoCloseable {
    static final String GROUPS = "ou=groups,dc=test,dc=tux";
    static final String RESOURCES = "ou=ResourceObjects,dc=test,dc=tux";
    private static final List<String> TABLES =
            List.of("`groups`", "del_groups", "groups_member", "resource", "del_resource");

    private final LDAPConnection directory;
    private final Connection database;
    private final List<String> madeEntries = new ArrayList<>();
    private final List<Long> madeUsers = new ArrayList<>();

    private RosterServers(LDAPConnection directory, Connection database) {
        this.directory = directory;
        this.database = database;
    }

    static RosterServers of(String databaseVariable) throws LDAPException, SQLException {
        LDAPURL url = new LDAPURL(environment("LDAP_URL"));
        LDAPConnection directory = new LDAPConnection(
                url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
        String place = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/"
                + environment(databaseVariable);
        return new RosterServers(
                directory, DriverManager.getConnection(place, environment("DB_USER"), environment("DB_PASSWORD")));
    }

    /** A missing server is a failure, never a reason to skip. */
    static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set: run this below samples/servers/run");
    }

    /** What a command printed and ended with. */
    record Said(int status, String out, String err) {}

    static Said say(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Legacy.run(
                words,
                new Surroundings(
                        new BufferedReader(new StringReader("")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        question -> Optional.empty()));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Makes a person where she is not yet; whoever was made goes again when this is closed. */
    void person(String name, long id) throws LDAPException, SQLException {
        String dn = "uid=" + name + ",ou=people,dc=test,dc=tux";
        if (directory.getEntry(dn, "1.1") == null) {
            directory.add(
                    dn,
                    new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("uid", name),
                    new Attribute("cn", name),
                    new Attribute("sn", name),
                    new Attribute("mail", name + "@test.tux"));
            madeEntries.add(dn);
        }
        if (rows("SELECT id FROM login2user WHERE cid = 1 AND uid = ?", name).isEmpty()) {
            update(
                    "INSERT INTO `user` (cid, id, mail, mailEnabled, preferredLanguage, shadowLastChange, timeZone,"
                            + " contactId, passwordMech) VALUES (1, " + id + ", ?, 1, 'en_US', 0, 'UTC', 0, '')",
                    name);
            update("INSERT INTO login2user (cid, id, uid) VALUES (1, " + id + ", ?)", name);
            madeUsers.add(id);
        }
    }

    Optional<Entry> entry(String dn) throws LDAPException {
        return Optional.ofNullable(directory.getEntry(dn));
    }

    /** The values of the first column. */
    List<String> rows(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(String.valueOf(results.getString(1)));
                }
            }
            return rows;
        }
    }

    /** Everything that the commands under test may write, as text to compare. */
    String picture() throws LDAPException, SQLException {
        StringBuilder picture = new StringBuilder();
        for (String base : List.of(GROUPS, RESOURCES)) {
            directory.search(base, SearchScope.SUB, "(objectClass=*)").getSearchEntries().stream()
                    .map(SearchResultEntry::toLDIFString)
                    .sorted()
                    .forEach(picture::append);
        }
        for (String table : TABLES) {
            try (PreparedStatement statement =
                            database.prepareStatement("SELECT * FROM " + table + " ORDER BY 1, 2, 3");
                    ResultSet results = statement.executeQuery()) {
                append(picture.append(table), results);
            }
        }
        return picture.toString();
    }

    @Override
    public void close() throws LDAPException, SQLException {
        for (String dn : madeEntries) {
            directory.delete(dn);
        }
        for (long id : madeUsers) {
            update("DELETE FROM groups_member WHERE cid = 1 AND member = ?", Long.toString(id));
            update("DELETE FROM login2user WHERE cid = 1 AND id = ?", Long.toString(id));
            update("DELETE FROM `user` WHERE cid = 1 AND id = ?", Long.toString(id));
        }
        directory.close();
        database.close();
    }

    private void update(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }

    private static void append(StringBuilder picture, ResultSet results) throws SQLException {
        while (results.next()) {
            picture.append('\n');
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                picture.append(results.getString(i)).append('|');
            }
        }
    }
}
