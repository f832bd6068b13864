package dev.muster.ledger;

import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.SenderEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Shared accounts that sources gave: tables {@code muster_account}, {@code muster_account_address}, {@code
 * muster_account_member} and {@code muster_account_login}, with the view {@code muster_sender_map} over them. Never a
 * password. Thread-safe.
 */
public final class AccountTable {
    private final JdbcTemplate jdbc;

    AccountTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is recorded of these accounts, whichever source gave them; who is not recorded is missing. */
    public Map<ObjectKey, AccountRecord> find(Collection<ObjectKey> keys) {
        List<String> names = keys.stream().map(AccountTable::name).toList();
        Map<ObjectKey, AccountRecord> found = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        Map<String, List<AccountRows.Address>> addresses = AccountRows.addresses(jdbc, names);
        Map<String, List<AccountRows.Member>> members = AccountRows.members(jdbc, names);
        Map<String, Map<ObjectKey, Grant>> granted = AccountRows.granted(jdbc, names);
        AccountRows.accounts(jdbc, names).forEach(row -> {
            Optional<AccountSpec> applied = row.applied()
                    ? Optional.of(row.spec(
                            addresses.getOrDefault(row.name(), List.of()), members.getOrDefault(row.name(), List.of())))
                    : Optional.empty();
            found.put(
                    ObjectKey.account(row.name()),
                    new AccountRecord(
                            row.source(),
                            true,
                            applied,
                            granted.getOrDefault(row.name(), Map.of()),
                            row.passwordDigest()));
        });
        return found;
    }

    /** The accounts of a source whose groups are looked at again in each of its imports, by name. */
    public List<ObjectKey> following(String source) {
        return jdbc.query(
                "SELECT DISTINCT a.name FROM muster_account a JOIN muster_account_member m ON m.name = a.name"
                        + " WHERE a.source = ? AND a.applied = 1 AND a.follow = 1 AND m.kind = 'GROUP' ORDER BY a.name",
                (row, number) -> ObjectKey.account(row.getString(1)),
                source);
    }

    /** Which accounts have these addresses, by folded address. */
    public Map<String, ObjectKey> holding(Collection<MailAddress> addresses) {
        Map<String, ObjectKey> holding = new HashMap<>();
        if (!addresses.isEmpty()) {
            jdbc.query(
                    "SELECT address_folded, name FROM muster_account_address WHERE address_folded IN "
                            + Sql.list(addresses.size()),
                    row -> {
                        holding.put(row.getString(1), ObjectKey.account(row.getString(2)));
                    },
                    addresses.stream().map(MailAddress::folded).toArray());
        }
        return holding;
    }

    /** With which logins somebody may send with these addresses, by folded address: what Postfix reads. */
    public Map<String, Set<String>> senders(Collection<MailAddress> addresses) {
        Map<String, Set<String>> senders = new HashMap<>();
        if (!addresses.isEmpty()) {
            jdbc.query(
                    "SELECT address, login FROM muster_sender_map WHERE address IN " + Sql.list(addresses.size()),
                    row -> {
                        senders.computeIfAbsent(row.getString(1), any -> new TreeSet<>())
                                .add(row.getString(2));
                    },
                    addresses.stream().map(MailAddress::folded).toArray());
        }
        return senders;
    }

    /** Who may send with which address, of every source: what Postfix reads. */
    public List<SenderEntry> senders() {
        return jdbc.query(
                "SELECT address, login FROM muster_sender_map",
                (row, number) -> new SenderEntry(MailAddress.of(row.getString(1)), row.getString(2)));
    }

    /** Records that this source gives these accounts; who is recorded already stays as it is. */
    public void claim(long runId, String source, Collection<ObjectKey> keys) {
        jdbc.batchUpdate(
                "INSERT INTO muster_account VALUES " + Sql.list(12) + " ON DUPLICATE KEY UPDATE source = source",
                keys.stream()
                        .map(key -> new Object[] {name(key), source, 0, "", "", "", "", "", 0, 0, "", runId})
                        .toList());
    }

    /** Records who is about to be let in, by account and person; who is recorded already stays as she is. */
    public void expect(Map<ObjectKey, Map<ObjectKey, Grant>> coming) {
        List<Object[]> rows = new ArrayList<>();
        coming.forEach((account, people) ->
                people.forEach((person, grant) -> rows.add(AccountRows.login(account, person, grant.begun()))));
        jdbc.batchUpdate(
                "INSERT INTO muster_account_login VALUES " + Sql.list(8) + " ON DUPLICATE KEY UPDATE login = login",
                rows);
    }

    /** Records how accounts are wanted now, by key; their passwords are left out. */
    public void save(long runId, Map<ObjectKey, AccountRecord> records) {
        List<AccountSpec> specs = records.values().stream()
                .flatMap(record -> record.applied().stream())
                .toList();
        delete("muster_account_address", specs);
        delete("muster_account_member", specs);
        List<Object[]> accounts = new ArrayList<>();
        List<Object[]> addresses = new ArrayList<>();
        List<Object[]> members = new ArrayList<>();
        records.values()
                .forEach(record -> record.applied().ifPresent(spec -> {
                    accounts.add(AccountRows.account(spec, record.source(), record.passwordDigest(), runId));
                    addresses.addAll(AccountRows.addresses(spec));
                    members.addAll(AccountRows.members(spec));
                }));
        jdbc.batchUpdate("REPLACE INTO muster_account VALUES " + Sql.list(12), accounts);
        jdbc.batchUpdate("INSERT INTO muster_account_address VALUES " + Sql.list(4), addresses);
        jdbc.batchUpdate("INSERT INTO muster_account_member VALUES " + Sql.list(6), members);
    }

    /** Records who is let in now, by account: these and nobody else. */
    public void grant(Map<ObjectKey, Map<ObjectKey, Grant>> granted) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        granted.forEach((account, people) -> {
            accounts.add(new Object[] {name(account)});
            people.forEach((person, grant) -> rows.add(AccountRows.login(account, person, grant)));
        });
        jdbc.batchUpdate("DELETE FROM muster_account_login WHERE name = ?", accounts);
        jdbc.batchUpdate("INSERT INTO muster_account_login VALUES " + Sql.list(8), rows);
    }

    private void delete(String table, Collection<AccountSpec> specs) {
        jdbc.batchUpdate(
                "DELETE FROM " + table + " WHERE name = ?",
                specs.stream().map(spec -> new Object[] {name(spec.key())}).toList());
    }

    static String name(ObjectKey key) {
        return key.name().toLowerCase(Locale.ROOT);
    }
}
