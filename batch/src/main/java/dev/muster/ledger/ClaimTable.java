package dev.muster.ledger;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims, table {@code muster_claim}, and what outlives them: mailboxes that were kept when their people were deleted,
 * table {@code muster_kept_mailbox}. Thread-safe.
 */
public final class ClaimTable {
    private static final String INSERT = "INSERT INTO muster_claim VALUES " + Sql.list(17);
    /** In place of a run: her deletion is begun. */
    private static final long LEAVING = -1;

    private final Statements statements;

    ClaimTable(Statements statements) {
        this.statements = statements;
    }

    /** The recorded claims of these identities; identities without one are missing from the answer. */
    public Map<String, RecordedClaim> find(String source, Collection<String> identities) {
        Map<String, RecordedClaim> found = new HashMap<>();
        if (identities.isEmpty()) {
            return found;
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(source);
        arguments.addAll(identities);
        String sql = "SELECT * FROM muster_claim WHERE source = ? AND identity IN " + Sql.list(identities.size());
        statements
                .query(sql, ClaimTable::claim, arguments)
                .forEach(claim -> found.put(claim.claims().identity(), claim));
        return found;
    }

    /** The recorded claims of this source on these user names; names without one are missing from the answer. */
    public Map<UserName, RecordedClaim> named(String source, Collection<UserName> names) {
        Map<UserName, RecordedClaim> named = new HashMap<>();
        claimed("name_folded", names.stream().map(UserName::folded).toList()).stream()
                .filter(claim -> claim.claims().source().equals(source))
                .forEach(claim -> named.put(claim.claims().userName(), claim));
        return named;
    }

    /** Which of these names are claimed, by any source, or have a mailbox that was kept. */
    public Set<UserName> taken(Collection<UserName> names) {
        Set<UserName> taken = new HashSet<>();
        claimed("name_folded", names.stream().map(UserName::folded).toList())
                .forEach(claim -> taken.add(claim.claims().userName()));
        keptMailboxes(names).keySet().forEach(name -> taken.add(UserName.of(name)));
        return taken;
    }

    /** The claims of the person of that name, by any source. */
    public Optional<RecordedClaim> named(UserName name) {
        return claimed("name_folded", List.of(name.folded())).stream().findFirst();
    }

    /** Whose mailbox was kept of these names: the key value of who had it, empty if she had none; by folded name. */
    public Map<String, String> keptMailboxes(Collection<UserName> names) {
        Map<String, String> kept = new HashMap<>();
        if (!names.isEmpty()) {
            String sql = "SELECT name_folded, key_value FROM muster_kept_mailbox WHERE name_folded IN "
                    + Sql.list(names.size());
            List<String> folded = names.stream().map(UserName::folded).toList();
            statements
                    .query(sql, row -> Map.entry(row.getString(1), row.getString(2)), folded)
                    .forEach(each -> kept.put(each.getKey(), each.getValue()));
        }
        return kept;
    }

    /**
     * Marks that somebody's deletion is begun: whoever is killed in it leaves a claim that {@link #isLeaving} tells from
     * that of somebody who is only to be made. A mailbox that is kept is remembered as hers from now on.
     *
     * @param keptFor the key value of who has it, empty text if she has none; empty if no mailbox is kept
     */
    public void leave(UserName name, Optional<String> keptFor) {
        keep(name, keptFor);
        statements.batch(
                "UPDATE muster_claim SET run_id = ? WHERE name_folded = ?",
                List.<Object[]>of(new Object[] {LEAVING, name.folded()}));
    }

    /** Whether somebody's deletion was begun, and what was decided for her is not forgotten yet. */
    public boolean isLeaving(UserName name) {
        return !statements
                .query(
                        "SELECT identity FROM muster_claim WHERE name_folded = ? AND run_id = ?",
                        row -> row.getString(1),
                        List.of(name.folded(), LEAVING))
                .isEmpty();
    }

    /**
     * Forgets what was decided for somebody who was deleted, and that she was given to groups. A mailbox that was kept is remembered as hers.
     *
     * @param keptFor the key value of who had it, empty text if she had none; empty if no mailbox was kept
     */
    public void giveUp(UserName name, Optional<String> keptFor) {
        keep(name, keptFor);
        List<Object[]> gone = List.<Object[]>of(new Object[] {name.folded()});
        statements.batch("DELETE FROM muster_claim WHERE name_folded = ?", gone);
        statements.batch("DELETE FROM muster_given_member WHERE member_folded = ? AND kind = 'GROUP'", gone);
    }

    private void keep(UserName name, Optional<String> keptFor) {
        statements.batch(
                "DELETE FROM muster_kept_mailbox WHERE name_folded = ?",
                List.<Object[]>of(new Object[] {name.folded()}));
        keptFor.ifPresent(key -> statements.batch(
                "INSERT INTO muster_kept_mailbox VALUES (?, ?, ?)",
                List.<Object[]>of(new Object[] {name.folded(), key, System.currentTimeMillis()})));
    }

    /** The claims on any of these addresses as primary address, by any source. */
    public List<Claims> holding(Collection<MailAddress> addresses) {
        return claimed(
                        "mail_folded",
                        addresses.stream().map(MailAddress::folded).toList())
                .stream()
                .map(RecordedClaim::claims)
                .toList();
    }

    /** The highest number claimed with each of these names of drive folders, by any source; given and answered folded. */
    public Map<String, Integer> lastDrives(Collection<String> foldedNames) {
        Map<String, Integer> last = new HashMap<>();
        if (!foldedNames.isEmpty()) {
            String sql = "SELECT drive_folded, MAX(drive_number) FROM muster_claim WHERE drive_folded IN "
                    + Sql.list(foldedNames.size()) + " GROUP BY drive_folded";
            statements
                    .query(sql, row -> Map.entry(row.getString(1), row.getInt(2)), List.copyOf(foldedNames))
                    .forEach(each -> last.put(each.getKey(), each.getValue()));
        }
        return last;
    }

    /** Records claims; where an identity has one already, its numbers and what was given are brought up to date. */
    public void save(long runId, Collection<RecordedClaim> claims) {
        statements.batch(
                INSERT + " ON DUPLICATE KEY UPDATE"
                        + " mail = VALUES(mail), mail_folded = VALUES(mail_folded),"
                        + " uid_number = VALUES(uid_number), user_id = VALUES(user_id),"
                        + " contact_id = VALUES(contact_id), first_folder_id = VALUES(first_folder_id),"
                        + " drive_name = VALUES(drive_name), drive_folded = VALUES(drive_folded),"
                        + " drive_number = VALUES(drive_number),"
                        + " given = VALUES(given), password_digest = VALUES(password_digest)",
                rows(runId, claims));
    }

    /** Records claims of identities that have none; an error where somebody else recorded one meanwhile. */
    public void insert(long runId, Collection<RecordedClaim> claims) {
        statements.batch(INSERT, rows(runId, claims));
    }

    /** Forgets what was decided for an identity. */
    public void delete(String source, String identity) {
        statements.batch(
                "DELETE FROM muster_claim WHERE source = ? AND identity = ?",
                List.<Object[]>of(new Object[] {source, identity}));
    }

    private static List<Object[]> rows(long runId, Collection<RecordedClaim> claims) {
        return claims.stream().map(claim -> row(runId, claim)).toList();
    }

    private List<RecordedClaim> claimed(String column, List<String> values) {
        return values.isEmpty()
                ? List.of()
                : statements.query(
                        "SELECT * FROM muster_claim WHERE " + column + " IN " + Sql.list(values.size()),
                        ClaimTable::claim,
                        values);
    }

    private static Object[] row(long runId, RecordedClaim recorded) {
        Claims claims = recorded.claims();
        return new Object[] {
            claims.source(),
            claims.identity(),
            claims.userName().value(),
            claims.userName().folded(),
            claims.mail().value(),
            claims.mail().folded(),
            claims.uidNumber(),
            claims.userId(),
            claims.contactId(),
            claims.firstFolderId(),
            claims.driveName().base(),
            claims.driveName().foldedBase(),
            claims.driveName().number(),
            claims.generation(),
            runId,
            GivenValues.text(recorded.given()),
            recorded.passwordDigest()
        };
    }

    private static RecordedClaim claim(ResultSet row) throws SQLException {
        Claims claims = new Claims(
                row.getString("source"),
                row.getString("identity"),
                UserName.of(row.getString("user_name")),
                MailAddress.of(row.getString("mail")),
                row.getLong("uid_number"),
                row.getLong("user_id"),
                row.getLong("contact_id"),
                row.getLong("first_folder_id"),
                new DriveName(row.getString("drive_name"), row.getInt("drive_number")),
                row.getInt("generation"));
        return new RecordedClaim(claims, GivenValues.parse(row.getString("given")), row.getString("password_digest"));
    }
}
