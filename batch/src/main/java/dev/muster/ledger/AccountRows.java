package dev.muster.ledger;

import dev.muster.model.AccountDraft.Wishes;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountSettings;
import dev.muster.model.AccountSpec;
import dev.muster.model.EndpointSource;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRight;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@link AccountTable}, read and written. */
final class AccountRows {
    /** What a recorded wish says of where it came from. */
    private static final Origin RECORDED = Origin.wholeFile("state store");

    private AccountRows() {}

    record Address(String name, MailAddress value) {}

    record Member(String name, AccountMember value) {}

    /** A row of {@code muster_account}. */
    record Account(
            String name,
            String source,
            boolean applied,
            AccountSettings settings,
            AccountSpec.Ends ends,
            AccountSpec.Mailbox mailbox,
            Wishes wishes,
            String passwordDigest) {
        AccountSpec spec(List<Address> addresses, List<Member> members) {
            return new AccountSpec(
                    RECORDED,
                    ObjectKey.account(name),
                    addresses.stream().map(Address::value).toList(),
                    settings,
                    ends,
                    mailbox,
                    members.stream().map(Member::value).toList(),
                    wishes);
        }
    }

    static List<Account> accounts(JdbcTemplate jdbc, List<String> names) {
        return jdbc.query(
                "SELECT * FROM muster_account WHERE name IN " + Sql.list(names.size()),
                (row, number) -> account(row),
                names.toArray());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("source"),
                row.getInt("applied") != 0,
                new AccountSettings(SharedAccountTable.texts(row.getString("settings")), Map.of()),
                new AccountSpec.Ends(source(row.getString("mail_source")), source(row.getString("transport_source"))),
                new AccountSpec.Mailbox(
                        text(row.getString("language")),
                        text(row.getString("quota_bytes")).map(Long::valueOf)),
                new Wishes(row.getInt("take_over") != 0, row.getInt("follow") != 0),
                row.getString("password_digest"));
    }

    static Map<String, List<Address>> addresses(JdbcTemplate jdbc, List<String> names) {
        return jdbc
                .query(
                        "SELECT name, address FROM muster_account_address WHERE name IN " + Sql.list(names.size())
                                + " ORDER BY name, number",
                        (row, number) -> new Address(row.getString(1), MailAddress.of(row.getString(2))),
                        names.toArray())
                .stream()
                .collect(Collectors.groupingBy(Address::name));
    }

    static Map<String, List<Member>> members(JdbcTemplate jdbc, List<String> names) {
        return jdbc
                .query(
                        "SELECT name, kind, member, role, rights FROM muster_account_member WHERE name IN "
                                + Sql.list(names.size()) + " ORDER BY name, number",
                        (row, number) -> new Member(row.getString(1), member(row)),
                        names.toArray())
                .stream()
                .collect(Collectors.groupingBy(Member::name));
    }

    private static AccountMember member(ResultSet row) throws SQLException {
        ObjectKey who = new ObjectKey(ObjectKey.Kind.valueOf(row.getString("kind")), row.getString("member"));
        return new AccountMember(
                who, role(row.getString("role"), row.getString("rights")).orElse(MailboxRole.VIEWER));
    }

    static Map<String, Map<ObjectKey, Grant>> granted(JdbcTemplate jdbc, List<String> names) {
        Map<String, Map<ObjectKey, Grant>> granted = new HashMap<>();
        jdbc.query(
                "SELECT * FROM muster_account_login WHERE name IN " + Sql.list(names.size())
                        + " ORDER BY name, user_folded",
                row -> {
                    granted.computeIfAbsent(row.getString("name"), any -> new LinkedHashMap<>())
                            .put(
                                    new ObjectKey(ObjectKey.Kind.USER, row.getString("user_name")),
                                    new Grant(
                                            row.getString("identifier"),
                                            row.getString("login"),
                                            role(row.getString("role"), row.getString("rights"))));
                },
                names.toArray());
        return granted;
    }

    static Object[] account(AccountSpec spec, String source, String passwordDigest, long runId) {
        return new Object[] {
            AccountTable.name(spec.key()),
            source,
            1,
            spec.ends().mail().id(),
            spec.ends().transport().id(),
            SharedAccountTable.text(spec.settings().texts()),
            spec.mailbox().language().orElse(""),
            spec.mailbox().quotaBytes().map(String::valueOf).orElse(""),
            spec.wishes().takeOver() ? 1 : 0,
            spec.wishes().follow() ? 1 : 0,
            passwordDigest,
            runId
        };
    }

    static List<Object[]> addresses(AccountSpec spec) {
        List<Object[]> rows = new ArrayList<>();
        for (MailAddress address : spec.addresses()) {
            rows.add(new Object[] {AccountTable.name(spec.key()), rows.size(), address.value(), address.folded()});
        }
        return rows;
    }

    static List<Object[]> members(AccountSpec spec) {
        List<Object[]> rows = new ArrayList<>();
        for (AccountMember member : spec.members()) {
            rows.add(new Object[] {
                AccountTable.name(spec.key()),
                rows.size(),
                member.who().kind().name(),
                member.who().name(),
                member.role().id(),
                rights(member.role())
            });
        }
        return rows;
    }

    static Object[] login(ObjectKey account, ObjectKey person, Grant grant) {
        return new Object[] {
            AccountTable.name(account),
            person.name().toLowerCase(Locale.ROOT),
            person.name(),
            grant.identifier(),
            grant.sender(),
            grant.role().map(MailboxRole::id).orElse(""),
            grant.role().map(AccountRows::rights).orElse(""),
            grant.sends() ? 1 : 0
        };
    }

    private static String rights(MailboxRole role) {
        return role.rights().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Optional<MailboxRole> role(String id, String rights) {
        return rights.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailboxRole(
                        id,
                        Stream.of(rights.split(",")).map(MailboxRight::valueOf).collect(Collectors.toSet())));
    }

    private static EndpointSource source(String id) {
        return EndpointSource.of(id).orElse(EndpointSource.NONE);
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
