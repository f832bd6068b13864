package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What is claimed in the state store, beside what directory and groupware hold. */
final class Claimed {
    private static final int DEFAULT_FOLDERS = 10;

    private Claimed() {}

    /** One row of the claims. */
    record Claim(String userName, String mail, long uidNumber, long userId, long contactId, long folderId) {
        Claims asClaims(String identity) {
            return new Claims(
                    "kill",
                    identity,
                    UserName.of(userName),
                    MailAddress.of(mail),
                    uidNumber,
                    userId,
                    contactId,
                    folderId,
                    DriveName.NONE,
                    1);
        }
    }

    /** By identity; empty where the state store has no tables yet. */
    static Map<String, Claim> in(Ground ground) {
        Map<String, Claim> claims = new HashMap<>();
        try (Connection connection = Environment.database(ground.stateSchema());
                Statement statement = connection.createStatement()) {
            if (!statement.executeQuery("SHOW TABLES LIKE 'muster_claim'").next()) {
                return claims;
            }
            ResultSet row = statement.executeQuery("SELECT identity, user_name, mail, uid_number, user_id, contact_id,"
                    + " first_folder_id FROM muster_claim");
            while (row.next()) {
                Claim claim = new Claim(
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7));
                claims.put(row.getString(1), claim);
            }
            return claims;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Everything claimed once, and found as claimed: nothing more, nothing less. */
    static void assertFoundAsClaimed(Ground ground) throws SQLException, LDAPException {
        Map<String, Claim> claims = in(ground);
        assertThat(claims).hasSize(People.COUNT);
        List<Function<Claim, Object>> unique = List.of(
                Claim::userName, Claim::mail, Claim::uidNumber, Claim::userId, Claim::contactId, Claim::folderId);
        unique.forEach(
                column -> assertThat(claims.values()).extracting(column::apply).doesNotHaveDuplicates());
        TreeSet<String> entries = new TreeSet<>();
        TreeSet<String> rows = new TreeSet<>();
        claims.forEach((identity, claim) -> {
            entries.add(identity + " " + claim.userName() + " " + claim.mail() + " " + claim.uidNumber());
            rows.add(claim.userName() + " " + claim.mail() + " " + claim.userId() + " " + claim.contactId() + " "
                    + claim.folderId());
        });
        assertThat(entries(ground)).isEqualTo(entries);
        assertThat(rows(ground)).isEqualTo(rows);
    }

    private static TreeSet<String> entries(Ground ground) throws LDAPException {
        TreeSet<String> found = new TreeSet<>();
        try (LDAPConnection directory = Ground.directory()) {
            for (SearchResultEntry entry : directory
                    .search(ground.baseDn(), SearchScope.SUB, "(objectClass=OXUserObject)")
                    .getSearchEntries()) {
                found.add(String.join(
                        " ",
                        entry.getAttributeValue("employeeNumber"),
                        entry.getAttributeValue("uid"),
                        entry.getAttributeValue("mail"),
                        entry.getAttributeValue("uidNumber")));
            }
        }
        return found;
    }

    /** A user's folders are the claimed block when the first one and the block's length fit. */
    private static TreeSet<String> rows(Ground ground) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = Environment.database(ground.groupwareSchema());
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT l.uid, u.mail, u.id, c.intfield01, MIN(f.fuid)"
                    + " FROM login2user l LEFT JOIN user u ON u.cid = l.cid AND u.id = l.id"
                    + " LEFT JOIN prg_contacts c ON c.cid = u.cid AND c.userid = u.id AND c.intfield01 = u.contactId"
                    + " LEFT JOIN oxfolder_tree f ON f.cid = u.cid AND f.created_from = u.id"
                    + " WHERE l.uid <> 'oxadmin' GROUP BY l.uid, u.mail, u.id, c.intfield01"
                    + " HAVING MAX(f.fuid) - MIN(f.fuid) = " + (DEFAULT_FOLDERS - 1));
            while (row.next()) {
                found.add(String.join(
                        " ", row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        }
        return found;
    }
}
