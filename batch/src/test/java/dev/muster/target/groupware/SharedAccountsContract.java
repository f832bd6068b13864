package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountMembers;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.SharedAccount;
import dev.muster.target.SharedAccounts;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What shared accounts in the groupware promise, wherever the tables are. */
interface SharedAccountsContract extends SettleContract {
    @Test
    default void membersGetRowsWithNumbersFromTheSequence() throws SQLException {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        AccountOutcome outcome = attach(sending(address), anna, bernd);
        assertThat(outcome).isEqualTo(AccountOutcome.done(Set.of(anna, bernd), Set.of(anna, bernd)));
        List<AttachedAccount> found = accounts().read(Set.of(address), Set.of());
        assertThat(found).extracting(AttachedAccount::user).containsExactly(anna, bernd);
        assertThat(found.get(1).id())
                .isEqualTo(found.get(0).id() + 1)
                .isEqualTo(number("SELECT id FROM sequence_mail_service WHERE cid = ?"));
        assertThat(found.get(0).mail().url()).isEqualTo(IMAP);
        assertThat(found.get(0).transport().orElseThrow().url()).isEqualTo("smtp://smtp.mycompany.com:25");
    }

    @Test
    default void rowsAreAsTheReferenceMakesThem() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        assertThat(row("spam_handler, default_flag, secondary, deactivated, trash, archive, oauth", anna, address))
                .containsExactly("NoSpamHandler", "0", "1", "0", "", "", "");
        assertThat(rows(
                        "SELECT p.name, p.`value`, t.login, t.send_addr, t.secondary FROM user_transport_account t"
                                + " JOIN user_transport_account_properties p ON p.cid = t.cid AND p.id = t.id AND"
                                + " p.`user` = t.`user` WHERE t.cid = ? AND t.`user` = ? AND t.send_addr = ?",
                        anna,
                        address.value()))
                .containsExactly(List.of("transport.auth", "mail", "", address.value(), "1"));
    }

    @Test
    default void whoHasItKeepsItUnderItsNumber() {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        attach(sending(address), anna);
        AttachedAccount before = only(address, anna);
        AccountOutcome outcome = attach(sending(address), anna, bernd);
        assertThat(outcome).isEqualTo(AccountOutcome.done(Set.of(anna, bernd), Set.of(bernd)));
        assertThat(only(address, anna)).isEqualTo(before);
    }

    @Test
    default void withoutTransportNobodyCanSend() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(reading(address), anna);
        assertThat(only(address, anna).transport()).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM user_transport_account WHERE id > 0 AND cid = ? AND `user` = ?", anna))
                .isZero();
    }

    @Test
    default void bothServersComeFromWhereEachIsSaidToComeFrom() {
        long anna = person();
        for (EndpointSource mail : EndpointSource.values()) {
            for (EndpointSource transport : EndpointSource.values()) {
                MailAddress address = address();
                AccountSettings settings = sending(address).settings().with(text(AccountField.LOGIN, address.value()));
                attach(new SharedAccount(address, settings, mail, transport), anna);
                AttachedAccount account = only(address, anna);
                assertThat(account.mail().url()).isEqualTo(mail == EndpointSource.NONE ? IMAP : "imap://localhost:143");
                assertThat(account.mail().startTls()).isEqualTo(mail == EndpointSource.LOCALHOST);
                assertThat(account.transport().orElseThrow().url())
                        .isEqualTo(
                                transport == EndpointSource.NONE
                                        ? "smtp://smtp.mycompany.com:25"
                                        : "smtp://localhost:25");
                assertThat(account.transport().orElseThrow().startTls())
                        .isEqualTo(transport == EndpointSource.LOCALHOST);
            }
        }
    }

    @Test
    default void theLoginCanNameTheMember() {
        long anna = person();
        MailAddress address = address();
        AccountSettings settings =
                reading(address).settings().with(text(AccountField.LOGIN, "{{username}}/{{fa_email_address}}"));
        attach(new SharedAccount(address, settings, EndpointSource.LOCALHOST, EndpointSource.NONE), anna);
        assertThat(only(address, anna).settings().text(AccountField.LOGIN).orElseThrow())
                .matches("[a-z0-9]+/" + address.value());
    }

    @Test
    default void passwordsAreEncryptedInTheLayoutsForm() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(
                new SharedAccount(
                        address,
                        sending(address).settings().with(password(AccountField.PASSWORD, "secret")),
                        EndpointSource.NONE,
                        EndpointSource.NONE),
                anna);
        AccountPassword stored =
                only(address, anna).settings().password(AccountField.PASSWORD).orElseThrow();
        assertThat(accounts().reveal((AccountPassword.Stored) stored).reveal()).isEqualTo("secret");
        boolean older = lane().inTransaction(Schema::read).has("user", "uidNumber");
        String form = older ? "sPC3rPwJp8GEjwNhjZ/r9A==" : "[^$]+\\$[^$]+\\$15360\\$2\\$1\\$[^$]+";
        assertThat(row("password", anna, address).get(0)).matches(Pattern.compile(older ? Pattern.quote(form) : form));
    }

    @Test
    default void withoutAKeyNoPasswordIsWritten() {
        long anna = person();
        MailAddress address = address();
        AccountSettings settings = sending(address).settings().with(password(AccountField.PASSWORD, "secret"));
        SharedAccount account = new SharedAccount(address, settings, EndpointSource.NONE, EndpointSource.NONE);
        GroupwareSettings keyless = settings().withAccountPasswords(AccountPasswords.unknown());
        GroupwareTarget other = new GroupwareTarget(keyless, new PlainLane(keyless), SITE_KEY);
        SharedAccounts port = other.sharedAccounts().orElseThrow();
        List<AccountPlan> plans = List.of(new AccountPlan.Attach(ORIGIN, account, Set.of(anna)));
        assertThatThrownBy(() -> port.apply(plans))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("groupware.encryptionKeyFile")
                .hasMessageNotContaining("secret;");
        other.close();
        assertThat(accounts().read(Set.of(address), Set.of())).isEmpty();
    }

    @Test
    default void changesConcernWhoHasItAndKeepTheNumber() {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        attach(sending(address), anna);
        AttachedAccount before = only(address, anna);
        AccountSettings changes = text(AccountField.NAME, "Help").with(text(AccountField.MAIL_PORT, "1143"));
        AccountPlan plan = new AccountPlan.Change(ORIGIN, address, changes, Set.of(anna, bernd));
        assertThat(apply(plan)).isEqualTo(AccountOutcome.done(Set.of(anna), Set.of(anna)));
        AttachedAccount after = only(address, anna);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.mail().url()).isEqualTo("imap://imap.mycompany.com:1143");
        assertThat(after.transport()).isEqualTo(before.transport());
        assertThat(after.settings().text(AccountField.NAME)).contains("Help");
        assertThat(apply(plan)).isEqualTo(AccountOutcome.done(Set.of(anna), Set.of()));
    }

    @Test
    default void eachPasswordChangesItsOwnRow() {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        AccountSettings changes =
                password(AccountField.PASSWORD, "one").with(password(AccountField.TRANSPORT_PASSWORD, "two"));
        AccountPlan plan = new AccountPlan.Change(ORIGIN, address, changes, Set.of(anna));
        assertThat(apply(plan).written()).containsExactly(anna);
        AccountSettings after = only(address, anna).settings();
        assertThat(reveal(after, AccountField.PASSWORD)).isEqualTo("one");
        assertThat(reveal(after, AccountField.TRANSPORT_PASSWORD)).isEqualTo("two");
        assertThat(apply(plan).written()).isEmpty();
    }

    @Test
    default void aClearedPasswordIsAnEmptyOne() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        assertThat(only(address, anna).settings().passwords()).isEmpty();
        apply(new AccountPlan.Change(ORIGIN, address, password(AccountField.PASSWORD, ""), Set.of(anna)));
        assertThat(reveal(only(address, anna).settings(), AccountField.PASSWORD))
                .isEmpty();
        assertThat(row("password IS NULL", anna, address)).containsExactly("0");
    }

    @Test
    default void newWordsToTheServerForgetFailedLogins() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        update("UPDATE user_mail_account SET disabled = 1, failed_auth_count = 7 WHERE cid = ? AND `user` = ?", anna);
        apply(new AccountPlan.Change(ORIGIN, address, text(AccountField.NAME, "Other"), Set.of(anna)));
        assertThat(row("disabled, failed_auth_count", anna, address)).containsExactly("1", "7");
        apply(new AccountPlan.Change(ORIGIN, address, text(AccountField.LOGIN, "other"), Set.of(anna)));
        assertThat(row("disabled, failed_auth_count", anna, address)).containsExactly("0", "0");
    }

    @Test
    default void aTransportCanComeLater() {
        long anna = person();
        MailAddress address = address();
        attach(reading(address), anna);
        AccountSettings login = text(AccountField.TRANSPORT_LOGIN, "x");
        assertThat(code(apply(new AccountPlan.Change(ORIGIN, address, login, Set.of(anna)))))
                .contains(ErrorCode.VALUE_INVALID);
        AccountSettings server = text(AccountField.TRANSPORT_SERVER, "smtp.mycompany.com");
        apply(new AccountPlan.Change(ORIGIN, address, server, Set.of(anna)));
        assertThat(only(address, anna).transport().orElseThrow().url()).isEqualTo("smtp://smtp.mycompany.com:25");
    }

    @Test
    default void theProtocolStays() {
        long anna = person();
        MailAddress address = address();
        attach(reading(address), anna);
        AccountSettings protocol = text(AccountField.MAIL_PROTOCOL, "pop3");
        assertThat(code(apply(new AccountPlan.Change(ORIGIN, address, protocol, Set.of(anna)))))
                .contains(ErrorCode.VALUE_INVALID);
        assertThat(only(address, anna).mail().url()).isEqualTo(IMAP);
    }

    @Test
    default void detachingTakesEveryRowOfIt() throws SQLException {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        attach(sending(address), anna, bernd);
        AccountPlan plan = new AccountPlan.Detach(ORIGIN, address, Set.of(anna));
        assertThat(apply(plan)).isEqualTo(AccountOutcome.done(Set.of(anna), Set.of(anna)));
        assertThat(apply(plan)).isEqualTo(AccountOutcome.done(Set.of(), Set.of()));
        assertThat(accounts().read(Set.of(address), Set.of()))
                .extracting(AttachedAccount::user)
                .containsExactly(bernd);
        for (String table : List.of("user_transport_account", "user_transport_account_properties")) {
            assertThat(number("SELECT COUNT(*) FROM " + table + " WHERE id > 0 AND cid = ? AND `user` = ?", anna))
                    .isZero();
        }
    }

    @Test
    default void ordinaryAccountsAreNeverTouched() throws SQLException {
        long anna = person();
        MailAddress address = MailAddress.of(rows("SELECT mail FROM `user` WHERE cid = ? AND id = ?", anna)
                .get(0)
                .get(0));
        List<List<String>> before = pictures(anna);
        AccountSettings changes = text(AccountField.NAME, "Taken");
        assertThat(apply(new AccountPlan.Change(ORIGIN, address, changes, Set.of(anna)))
                        .concerned())
                .isEmpty();
        assertThat(apply(new AccountPlan.Detach(ORIGIN, address, Set.of(anna))).concerned())
                .isEmpty();
        assertThat(accounts().read(Set.of(address), Set.of())).isEmpty();
        assertThat(pictures(anna)).isEqualTo(before);
    }

    @Test
    default void aMemberWithAnOrdinaryAccountOfThatAddressIsNamed() throws SQLException {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        update("INSERT INTO user_mail_account (cid, id, `user`, name, url, login, primary_addr, spam_handler)"
                + " VALUES (?, 4711, " + anna + ", 'Mine', 'imap://elsewhere:143', 'me', '" + address + "', 'x')");
        AccountOutcome outcome = attach(sending(address), anna, bernd);
        assertThat(code(outcome)).contains(ErrorCode.ADDRESS_HELD);
        assertThat(reason(outcome)).contains("Duplicate mail account for user " + anna + " in context");
        assertThat(accounts().read(Set.of(address), Set.of())).isEmpty();
    }

    @Test
    default void anAddressThatSomebodyHasIsNotShared() throws SQLException {
        long anna = person();
        long bernd = person();
        MailAddress address = MailAddress.of(rows("SELECT mail FROM `user` WHERE cid = ? AND id = ?", anna)
                .get(0)
                .get(0));
        AccountOutcome outcome = attach(sending(address), bernd);
        assertThat(code(outcome)).contains(ErrorCode.ADDRESS_HELD);
        assertThat(reason(outcome)).contains("is held by");
    }

    @Test
    default void oneLoginIsReadOnce() {
        long anna = person();
        MailAddress one = address();
        MailAddress other = address();
        attach(sending(one), anna);
        AccountSettings settings = sending(other).settings().with(text(AccountField.LOGIN, one.value()));
        AccountOutcome outcome =
                attach(new SharedAccount(other, settings, EndpointSource.NONE, EndpointSource.NONE), anna);
        assertThat(code(outcome)).contains(ErrorCode.ADDRESS_HELD);
        assertThat(reason(outcome)).contains("same login");
    }

    @Test
    default void somebodyUnknownMakesTheWholePlanFail() {
        long anna = person();
        MailAddress address = address();
        MailAddress other = address();
        List<AccountOutcome> outcomes = accounts()
                .apply(List.of(
                        new AccountPlan.Attach(ORIGIN, sending(address), Set.of(anna, 999_999L)),
                        new AccountPlan.Attach(ORIGIN, sending(other), Set.of(anna))));
        assertThat(code(outcomes.get(0))).contains(ErrorCode.MEMBER_UNKNOWN);
        assertThat(reason(outcomes.get(0))).contains("No such user 999999");
        assertThat(outcomes.get(1).written()).containsExactly(anna);
    }

    @Test
    default void aValueThatIsTooLongFailsItsPlanAlone() {
        long anna = person();
        MailAddress address = address();
        MailAddress other = address();
        AccountSettings settings = sending(address).settings().with(text(AccountField.PERSONAL, "x".repeat(65)));
        List<AccountOutcome> outcomes = accounts()
                .apply(List.of(
                        new AccountPlan.Attach(
                                ORIGIN,
                                new SharedAccount(address, settings, EndpointSource.NONE, EndpointSource.NONE),
                                Set.of(anna)),
                        new AccountPlan.Attach(ORIGIN, sending(other), Set.of(anna))));
        assertThat(code(outcomes.get(0))).contains(ErrorCode.GROUPWARE_REFUSED);
        assertThat(outcomes.get(1).written()).containsExactly(anna);
    }

    @Test
    default void twoWhoAttachAtTheSameTimeAttachOnce() throws SQLException {
        Set<Long> members = Set.of(person(), person(), person());
        MailAddress address = address();
        List<AccountPlan> plans = List.of(new AccountPlan.Attach(ORIGIN, sending(address), members));
        try (GroupwareTarget other = new GroupwareTarget(settings(), new PlainLane(settings()), SITE_KEY)) {
            List<AccountOutcome> outcomes = Stream.of(target(), other, target(), other)
                    .parallel()
                    .map(one -> one.sharedAccounts().orElseThrow().apply(plans).get(0))
                    .toList();
            assertThat(outcomes.stream()
                            .mapToInt(outcome -> outcome.written().size())
                            .sum())
                    .isEqualTo(3);
        }
        assertThat(accounts().read(Set.of(address), Set.of())).hasSize(3);
        assertThat(rows("SELECT id FROM user_mail_account WHERE id > 0 AND cid = ? GROUP BY id HAVING COUNT(*) > 1"))
                .isEmpty();
    }

    @Test
    default void groupsMeanTheirMembersAndZeroEverybodyButGuests() throws SQLException {
        long anna = person();
        long bernd = person();
        long guest = person();
        update("UPDATE `user` SET guestCreatedBy = " + anna + " WHERE cid = ? AND id = ?", guest);
        ObjectKey group = group(Set.of(anna, bernd));
        ObjectKey overlapping = group(Set.of(bernd));
        Map<ObjectKey, Long> ids = accounts().ids(List.of(group, overlapping, ObjectKey.group("absent")));
        assertThat(ids).containsOnlyKeys(group, overlapping);
        AccountMembers members = accounts().members(Set.of(bernd), new HashSet<>(ids.values()));
        assertThat(members.users()).containsExactly(bernd, anna);
        AccountMembers everybody = accounts().members(List.of(guest, 888_888L), List.of(0L, 777_777L));
        assertThat(everybody.users()).contains(anna, bernd).doesNotContain(guest);
        assertThat(everybody.unknownUsers()).containsExactly(guest, 888_888L);
        assertThat(everybody.unknownGroups()).containsExactly(777_777L);
    }
}
