package dev.muster.legacy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.muster.legacy.Servers.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A context of its own on the real servers, with users and groups to attach accounts to, and oxadmin to do so. */
final class SecondaryServers implements AutoCloseable {
    private static final String OXADMIN = "uid=oxadmin," + Servers.BASE;
    private static final List<String> TABLES = List.of(
            "user_mail_account_properties",
            "user_transport_account_properties",
            "user_mail_account",
            "user_transport_account",
            "groups_member",
            "login2user",
            "`groups`",
            "user_alias",
            "`user`",
            "sequence_mail_service");

    private final String database;
    private final int context;
    private final Path configuration;

    private SecondaryServers(String database, int context, Path configuration) {
        this.database = database;
        this.context = context;
        this.configuration = configuration;
    }

    static SecondaryServers open(String configurationVariable, String databaseVariable)
            throws LDAPException, SQLException, IOException {
        makeAdministrator();
        int context = ThreadLocalRandom.current().nextInt(1_000, 1_000_000);
        Path changed = Servers.configuration(configurationVariable, "members: [mailadmin]", "members: [oxadmin]");
        Files.writeString(changed, Files.readString(changed).replace("  context: 1\n", "  context: " + context + "\n"));
        SecondaryServers servers = new SecondaryServers(Servers.environment(databaseVariable), context, changed);
        servers.update("INSERT INTO sequence_mail_service (cid, id) VALUES (CID, 1)");
        servers.group(1, "users");
        return servers;
    }

    private static void makeAdministrator() throws LDAPException {
        try (LDAPConnection directory = Servers.directory()) {
            directory.add(
                    OXADMIN,
                    new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("uid", "oxadmin"),
                    new Attribute("cn", "oxadmin"),
                    new Attribute("sn", "oxadmin"),
                    new Attribute("userPassword", "secret"));
        } catch (LDAPException failure) {
            if (!failure.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                throw failure;
            }
        }
    }

    int context() {
        return context;
    }

    /** The database of the configuration's state store. */
    String stateStore() throws IOException {
        Matcher url =
                Pattern.compile("url: \"jdbc:mariadb://[^/]+/(muster\\w*)\"").matcher(Files.readString(configuration));
        if (!url.find()) {
            throw new IllegalStateException(configuration + " has no state store");
        }
        return url.group(1);
    }

    /** A call of oxadmin in this context. */
    Said call(String command, String... arguments) {
        Stream<String> words = Stream.of(command, "-A", "oxadmin", "-P", "secret", "-c", Integer.toString(context));
        return plainly(Stream.concat(words, Stream.of(arguments)).toList());
    }

    /** A call as it stands in a document, in this context instead of context 1. */
    Said document(String line) {
        List<String> words = new ArrayList<>(List.of(line.replace("./", "").split(" ")));
        words.set(words.indexOf("-c") + 1, Integer.toString(context));
        return plainly(words);
    }

    /** A call as it stands, with the configuration. */
    Said plainly(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(1, "--config=" + configuration);
        return Servers.said("", all);
    }

    void user(long id, String name) throws SQLException {
        update(
                "INSERT INTO `user` (cid, id, mail, mailEnabled, preferredLanguage, shadowLastChange, timeZone, contactId,"
                        + " passwordMech) VALUES (CID, " + id + ", '" + name
                        + "@mycompany.com', 1, 'en_US', 0, 'UTC', 0, '')");
        update("INSERT INTO login2user (cid, id, uid) VALUES (CID, " + id + ", '" + name + "')");
        update("INSERT INTO user_mail_account (cid, id, `user`, name, url, login, primary_addr, default_flag,"
                + " spam_handler) VALUES (CID, 0, " + id + ", 'E-Mail', 'imap://imap" + id + ":143', '" + name + "', '"
                + name + "@mycompany.com', 1, 'NoSpamHandler')");
        update("INSERT INTO user_transport_account (cid, id, `user`, name, url, login, send_addr, default_flag)"
                + " VALUES (CID, 0, " + id + ", 'E-Mail', 'smtp://smtp" + id + ":25', '', '" + name
                + "@mycompany.com', 1)");
    }

    void group(long id, String name, long... members) throws SQLException {
        update("INSERT INTO `groups` (cid, id, identifier, displayName, lastModified) VALUES (CID, " + id + ", '" + name
                + "', '" + name + "', 0)");
        for (long member : members) {
            update("INSERT INTO groups_member (cid, id, member) VALUES (CID, " + id + ", " + member + ")");
        }
    }

    /** @param sql with {@code CID} for the context */
    void update(String sql) throws SQLException {
        Servers.execute(database, sql.replace("CID", Integer.toString(context)));
    }

    /** The first column of the rows; {@code CID} stands for the context. */
    List<String> rows(String sql) throws SQLException {
        return Servers.rows(database, sql.replace("CID", Integer.toString(context)));
    }

    @Override
    public void close() throws SQLException, LDAPException {
        for (String table : TABLES) {
            update("DELETE FROM " + table + " WHERE cid = CID");
        }
        try (LDAPConnection directory = Servers.directory()) {
            directory.delete(OXADMIN);
        }
    }
}
