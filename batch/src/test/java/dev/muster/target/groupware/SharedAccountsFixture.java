package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.AccountField;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.Secret;
import dev.muster.model.SharedAccount;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.SharedAccounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** People, accounts and rows for {@link SharedAccountsContract}. */
interface SharedAccountsFixture {
    SiteKey SITE_KEY = new SiteKey(new byte[32]);
    Secret ACCOUNT_KEY = Secret.of("test-obfuscation-key");
    Origin ORIGIN = Origin.wholeFile("test");
    String IMAP = "imap://imap.mycompany.com:143";

    /** Its settings have {@link #ACCOUNT_KEY}. */
    GroupwareTarget target();

    GroupwareSettings settings();

    /** A lane of the test's own, to look at rows. */
    SqlLane lane();

    /** The settings with {@link #ACCOUNT_KEY}. */
    default GroupwareSettings keyed(GroupwareSettings settings) {
        return settings.withAccountPasswords(
                new AccountPasswords(AccountPasswords.Generation.AUTO, Optional.of(ACCOUNT_KEY)));
    }

    default SharedAccounts accounts() {
        return target().sharedAccounts().orElseThrow();
    }

    default AccountOutcome attach(SharedAccount account, Long... members) {
        return apply(new AccountPlan.Attach(ORIGIN, account, new HashSet<>(Arrays.asList(members))));
    }

    default AccountOutcome apply(AccountPlan plan) {
        return accounts().apply(List.of(plan)).get(0);
    }

    default AttachedAccount only(MailAddress address, long user) {
        List<AttachedAccount> found = accounts().read(Set.of(address), Set.of(user));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    default String reveal(AccountSettings settings, AccountField field) {
        return accounts()
                .reveal((AccountPassword.Stored) settings.password(field).orElseThrow())
                .reveal();
    }

    default Optional<ErrorCode> code(AccountOutcome outcome) {
        return outcome.outcome() instanceof StepOutcome.Failed failed
                ? Optional.of(failed.problem().code())
                : Optional.empty();
    }

    default String reason(AccountOutcome outcome) {
        return ((StepOutcome.Failed) outcome.outcome()).problem().reason();
    }

    default MailAddress address() {
        return MailAddress.of(Names.next() + "@mycompany.com");
    }

    default SharedAccount reading(MailAddress address) {
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        texts.put(AccountField.NAME, "Support");
        texts.put(AccountField.LOGIN, address.value());
        texts.put(AccountField.MAIL_SERVER, "imap.mycompany.com");
        return new SharedAccount(
                address, new AccountSettings(texts, Map.of()), EndpointSource.NONE, EndpointSource.NONE);
    }

    default SharedAccount sending(MailAddress address) {
        AccountSettings settings =
                reading(address).settings().with(text(AccountField.TRANSPORT_SERVER, "smtp.mycompany.com"));
        return new SharedAccount(address, settings, EndpointSource.NONE, EndpointSource.NONE);
    }

    default AccountSettings text(AccountField field, String value) {
        return new AccountSettings(Map.of(field, value), Map.of());
    }

    default AccountSettings password(AccountField field, String value) {
        return new AccountSettings(Map.of(), Map.of(field, new AccountPassword.Clear(Secret.of(value))));
    }

    default long person() {
        UserSpec spec = Users.german(Names.next());
        target().apply(List.of(new TargetPlan.Create(spec, GroupwareContract.claims(target(), spec))));
        return accounts().ids(List.of(spec.key())).get(spec.key());
    }

    default ObjectKey group(Set<Long> members) throws SQLException {
        ObjectKey key = ObjectKey.group(Names.next());
        RosterClaims claims = new RosterClaims(0, target().reserve(Counter.PRINCIPAL_ID, 1));
        RosterSpec spec = new RosterSpec(ORIGIN, key, new TreeMap<>(), Set.of());
        target().roster().orElseThrow().apply(List.of(new RosterPlan.Create(spec, claims)));
        for (long member : members) {
            update("INSERT INTO groups_member (cid, id, member) VALUES (?, " + claims.principalId() + ", ?)", member);
        }
        return key;
    }

    /** Every account of a person, as text. */
    default List<List<String>> pictures(long user) throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("user_mail_account", "id, name, url, login, primary_addr, secondary");
        keys.put("user_transport_account", "id, name, url, login, send_addr, secondary");
        List<List<String>> all = new ArrayList<>();
        for (Map.Entry<String, String> table : keys.entrySet()) {
            all.addAll(rows(
                    "SELECT " + table.getValue() + " FROM " + table.getKey() + " WHERE cid = ? AND `user` = ?", user));
        }
        return all;
    }

    default List<String> row(String columns, long user, MailAddress address) throws SQLException {
        return rows(
                        "SELECT " + columns
                                + " FROM user_mail_account WHERE cid = ? AND `user` = ? AND primary_addr = ?",
                        user,
                        address.value())
                .get(0);
    }

    default List<List<String>> rows(String sql, Object... more) throws SQLException {
        return Databases.rows(
                        lane(),
                        sql,
                        Sql.list(settings().context(), Arrays.asList(more)).toArray())
                .stream()
                .map(row -> IntStream.range(0, row.values().size())
                        .mapToObj(column -> row.values().get(column) instanceof Boolean
                                ? Long.toString(row.number(column))
                                : row.text(column))
                        .toList())
                .toList();
    }

    default long number(String sql, Object... more) throws SQLException {
        return Long.parseLong(rows(sql, more).get(0).get(0));
    }

    default void update(String sql, Object... more) throws SQLException {
        List<Object> parameters = Sql.list(settings().context(), Arrays.asList(more));
        lane().inTransaction(session -> session.update(sql, parameters));
    }
}
