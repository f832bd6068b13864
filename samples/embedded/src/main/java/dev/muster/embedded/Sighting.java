package dev.muster.embedded;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * What ordinary clients see of one person in the three servers that the environment names.
 *
 * @param entry the directory entry in words
 * @param account the groupware's user row in words; empty if there is none
 * @param folders the groupware's folders of the person, as they are called
 * @param mailboxes what the person subscribed to, found after a login with the person's own password
 */
record Sighting(String entry, String account, List<String> folders, List<String> mailboxes) {
    private static final String USER = "SELECT u.id, u.preferredLanguage, u.timeZone, u.mail FROM login2user l"
            + " JOIN `user` u ON u.cid = l.cid AND u.id = l.id WHERE l.cid = 1 AND l.uid = ?";
    private static final String FOLDERS = "SELECT t.fname FROM login2user l"
            + " JOIN oxfolder_tree t ON t.cid = l.cid AND t.created_from = l.id"
            + " WHERE l.cid = 1 AND l.uid = ? ORDER BY t.fuid";

    Sighting {
        folders = List.copyOf(folders);
        mailboxes = List.copyOf(mailboxes);
    }

    /** Looks a person up by the number that the feed knows her by. */
    static Sighting of(String employeeNumber, String password) throws LDAPException, SQLException, MessagingException {
        SearchResultEntry entry = entry(employeeNumber);
        String user = entry.getAttributeValue("uid");
        return new Sighting(
                "%s: %s <%s>, uidNumber %s"
                        .formatted(
                                entry.getDN(),
                                entry.getAttributeValue("cn"),
                                entry.getAttributeValue("mail"),
                                entry.getAttributeValue("uidNumber")),
                String.join("", query(USER, user)),
                query(FOLDERS, user),
                mailboxes(user, password));
    }

    private static SearchResultEntry entry(String employeeNumber) throws LDAPException {
        LDAPURL url = new LDAPURL(variable("LDAP_URL"));
        try (LDAPConnection connection = new LDAPConnection(
                url.getHost(), url.getPort(), variable("LDAP_BIND_DN"), variable("LDAP_BIND_PASSWORD"))) {
            SearchResultEntry entry = connection.searchForEntry(
                    variable("LDAP_BASE_DN"),
                    SearchScope.SUB,
                    Filter.createEqualityFilter("employeeNumber", employeeNumber));
            if (entry == null) {
                throw new IllegalStateException("The directory has nobody with employeeNumber " + employeeNumber);
            }
            return entry;
        }
    }

    private static List<String> query(String sql, String user) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(variable("DB_URL"), variable("DB_USER"), variable("DB_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, user);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(text(rows));
                }
                return texts;
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(row.getString(column)));
        }
        return String.join(" ", cells);
    }

    private static List<String> mailboxes(String user, String password) throws MessagingException {
        int port = Integer.parseInt(variable("IMAP_PORT"));
        try (IMAPStore store = Imap.login(port, user, password, user)) {
            return Arrays.stream(store.getDefaultFolder().listSubscribed("*"))
                    .map(Folder::getFullName)
                    .sorted()
                    .toList();
        }
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set. Start this through samples/embedded/run.");
        }
        return value;
    }

    /** There is a row with folders, and a mailbox with more than its inbox. */
    boolean isComplete() {
        return !account.isEmpty() && folders.size() > 1 && mailboxes.size() > 1;
    }

    String text(String language) {
        return """
                %s
                  directory  %s
                  groupware  user %s; folders %s
                  mailbox    %s
                """.formatted(language, entry, account, String.join(" | ", folders), String.join(" | ", mailboxes));
    }
}
