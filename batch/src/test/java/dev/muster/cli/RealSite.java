package dev.muster.cli;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.ACL;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** The servers that {@code samples/servers/run} started, seen with clients that Muster has no part in. */
final class RealSite {
    static final String BASE = environment("LDAP_BASE_DN");

    private static final Pattern REJECTS = Pattern.compile("import again: (\\S+)");

    private RealSite() {}

    /** A missing server is a failure, never a reason to skip. */
    static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set: run this below samples/servers/run");
    }

    /** What a command printed and ended with. */
    record Said(int status, String out, String err) {
        /** What is wrong with the rows, as the file of rejects says it; nothing where there is no such file. */
        String complaints() throws IOException {
            Matcher named = REJECTS.matcher(err);
            return named.find() ? Files.readString(Path.of(named.group(1))) : "";
        }
    }

    static Said muster(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int status = Muster.run(arguments);
            return new Said(status, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    static LDAPConnection directory() throws LDAPException {
        LDAPURL url = new LDAPURL(environment("LDAP_URL"));
        return new LDAPConnection(
                url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
    }

    static SearchResultEntry entry(String userName) throws LDAPException {
        try (LDAPConnection connection = directory()) {
            return connection.getEntry("uid=" + userName + ",ou=people," + BASE);
        }
    }

    /** The first column of the rows of a query. */
    static List<String> rows(String database, String sql, String... parameters) throws SQLException {
        String url = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/" + database;
        try (Connection connection =
                        DriverManager.getConnection(url, environment("DB_USER"), environment("DB_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        }
    }

    /** The folders that a person sees when she logs in herself; only those she is subscribed to, if asked so. */
    static List<String> folders(String host, String port, String user, String password, boolean subscribed)
            throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(host, Integer.parseInt(port), user, password);
            Folder root = store.getDefaultFolder();
            List<String> names = new ArrayList<>();
            for (Folder folder : subscribed ? root.listSubscribed("*") : root.list("*")) {
                names.add(folder.getFullName());
            }
            return names;
        }
    }

    static List<String> foldersOnDovecot(String user, String password) throws MessagingException {
        return folders(environment("IMAP_HOST"), environment("IMAP_PORT"), user, password, true);
    }

    static void execute(String database, String sql, String... parameters) throws SQLException {
        String url = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/" + database;
        try (Connection connection =
                        DriverManager.getConnection(url, environment("DB_USER"), environment("DB_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    /**
     * Who may do what in somebody's INBOX, as she is told herself; without the letters that mean nothing of their own.
     *
     * @param server {@code IMAP} or {@code CYRUS}
     */
    static Map<String, String> rightsInInbox(String server, String owner) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.auth.mechanisms", "PLAIN");
        properties.put("mail.imap.sasl.authorizationid", owner);
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(
                    environment(server + "_HOST"),
                    Integer.parseInt(environment(server + "_PORT")),
                    environment(server + "_ADMIN"),
                    environment(server + "_ADMIN_PASSWORD"));
            Map<String, String> rights = new TreeMap<>();
            for (ACL entry : ((IMAPFolder) store.getFolder("INBOX")).getACL()) {
                rights.put(entry.getName(), entry.getRights().toString().replaceAll("[cd]", ""));
            }
            return rights;
        }
    }
}
