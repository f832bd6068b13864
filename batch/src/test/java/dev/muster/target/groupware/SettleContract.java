package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountField;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.SharedAccount;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What settling shared accounts promises, wherever the tables are: members have them just as they are wanted. */
interface SettleContract extends SharedAccountsFixture {
    @Test
    default void whoHasNoneGetsItAndWhoHasItOtherwiseKeepsHerNumber() {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        attach(sending(address), anna);
        AttachedAccount before = only(address, anna);
        SharedAccount wanted = with(sending(address), text(AccountField.PERSONAL, "Our Support"));
        AccountOutcome outcome = settle(wanted, Optional.empty(), anna, bernd);
        assertThat(outcome.written()).containsExactlyInAnyOrder(anna, bernd);
        assertThat(only(address, anna).id()).isEqualTo(before.id());
        assertThat(only(address, anna).settings().text(AccountField.PERSONAL)).contains("Our Support");
        assertThat(settle(wanted, Optional.empty(), anna, bernd).written()).isEmpty();
    }

    @Test
    default void aTransportComesAndGoesWithTheRole() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        long number = only(address, anna).id();
        settle(sending(address).as(MailboxRole.VIEWER).orElseThrow(), Optional.empty(), anna);
        assertThat(only(address, anna).transport()).isEmpty();
        assertThat(rows("SELECT name FROM user_transport_account_properties WHERE cid = ? AND id = ?", number))
                .isEmpty();
        settle(sending(address), Optional.empty(), anna);
        assertThat(only(address, anna).transport()).isPresent();
        assertThat(only(address, anna).id()).isEqualTo(number);
    }

    @Test
    default void anotherAddressKeepsTheNumber() throws SQLException {
        long anna = person();
        MailAddress former = address();
        MailAddress address = address();
        attach(sending(former), anna);
        long number = only(former, anna).id();
        AccountOutcome outcome = settle(sending(address), Optional.of(former), anna);
        assertThat(outcome.written()).containsExactly(anna);
        assertThat(only(address, anna).id()).isEqualTo(number);
        assertThat(accounts().read(Set.of(former), Set.of())).isEmpty();
        assertThat(rows("SELECT send_addr FROM user_transport_account WHERE cid = ? AND id = ?", number))
                .containsExactly(List.of(address.value()));
    }

    @Test
    default void whatTheSettingsDoNotSayStays() {
        long anna = person();
        MailAddress address = address();
        attach(
                with(
                        sending(address),
                        text(AccountField.SENT_FULLNAME, "INBOX/Sent").with(password(AccountField.PASSWORD, "secret"))),
                anna);
        assertThat(settle(sending(address), Optional.empty(), anna).written()).isEmpty();
        assertThat(only(address, anna).settings().text(AccountField.SENT_FULLNAME))
                .contains("INBOX/Sent");
        assertThat(reveal(only(address, anna).settings(), AccountField.PASSWORD))
                .isEqualTo("secret");
    }

    @Test
    default void examiningSaysWhatWouldBeWrittenAndWritesNothing() {
        long anna = person();
        long bernd = person();
        MailAddress address = address();
        attach(sending(address), anna);
        AccountPlan.Settle plan = new AccountPlan.Settle(
                ORIGIN,
                with(sending(address), text(AccountField.NAME, "Other")),
                Optional.empty(),
                Set.of(anna, bernd));
        AccountPlan.Detach leaving = new AccountPlan.Detach(ORIGIN, address, Set.of(bernd));
        List<AccountOutcome> outcomes = accounts().examine(List.of(leaving, plan));
        assertThat(outcomes.get(0).written()).isEmpty();
        assertThat(outcomes.get(1).written()).containsExactlyInAnyOrder(anna, bernd);
        assertThat(accounts().read(Set.of(address), Set.of()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.settings().text(AccountField.NAME)).contains("Support"));
    }

    @Test
    default void anOrdinaryAccountOfTheAddressIsNeverSettled() throws SQLException {
        long anna = person();
        MailAddress address = address();
        attach(sending(address), anna);
        update("UPDATE user_mail_account SET secondary = 0 WHERE cid = ? AND `user` = ? AND id > 0", anna);
        AccountOutcome outcome =
                settle(with(sending(address), text(AccountField.NAME, "Other")), Optional.empty(), anna);
        assertThat(code(outcome)).contains(ErrorCode.ADDRESS_HELD);
        assertThat(row("name", anna, address)).containsExactly("Support");
    }

    @Test
    default void numbersHaveNames() {
        long anna = person();
        Map<Long, ObjectKey> names = accounts().names(List.of(anna, 999_999L));
        assertThat(names).containsOnlyKeys(anna);
        assertThat(accounts().ids(names.values())).containsValue(anna);
    }

    private AccountOutcome settle(SharedAccount account, Optional<MailAddress> former, Long... members) {
        return apply(new AccountPlan.Settle(ORIGIN, account, former, new HashSet<>(List.of(members))));
    }

    private static SharedAccount with(SharedAccount account, AccountSettings more) {
        return new SharedAccount(account.address(), account.settings().with(more), account.mail(), account.transport());
    }
}
