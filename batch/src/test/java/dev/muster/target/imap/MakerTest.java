package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.UserName;
import dev.muster.target.imap.ImapSettings.Kind;
import dev.muster.target.imap.ImapSettings.Quota;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MakerTest {
    private static final UserName PERSON = UserName.of("Anna.B");
    private static final Mailbox INBOX_ONLY = new Mailbox(true, List.of(), Optional.empty(), OptionalLong.empty());

    @Test
    void cyrusGivesInboxAndLimitByTheAdministrator() {
        assertThat(new Maker.Cyrus().byAdministrator(PERSON, Mailbox.none(), megabytes("50"), administrator('/')))
                .containsExactly("CREATE \"user/anna.b\"", "SETQUOTA \"user/anna.b\" (STORAGE 51200)");
    }

    @Test
    void dotInAUserNameIsACircumflexWhereDotsSeparate() {
        assertThat(new Maker.Cyrus().byAdministrator(PERSON, Mailbox.none(), megabytes("0"), administrator('.')))
                .containsExactly("CREATE \"user.anna^b\"");
    }

    @Test
    void limitAsItIsIsNotSetAgain() {
        Mailbox limited = new Mailbox(true, List.of(), Optional.of("INBOX"), OptionalLong.of(51200));
        assertThat(new Maker.Cyrus().needsAdministrator(limited, megabytes("50")))
                .isFalse();
    }

    @Test
    void dovecotSetsTheLimitOnTheRootThatItNames() throws Fault {
        Mailbox mailbox = new Mailbox(true, List.of(), Optional.of("User quota"), OptionalLong.of(1));
        assertThat(new Maker.Dovecot().byPerson(mailbox, megabytes("0"))).containsExactly("SETQUOTA \"User quota\" ()");
    }

    @Test
    void dovecotWithoutAQuotaRootCannotLimit() {
        assertThatThrownBy(() -> new Maker.Dovecot().byPerson(INBOX_ONLY, megabytes("50")))
                .isInstanceOf(Fault.class);
    }

    @Test
    void limitsAreReadAsMegabytes() {
        Mailbox odd = new Mailbox(true, List.of(), Optional.empty(), OptionalLong.of(1536));
        assertThat(QuotaWish.value(odd)).isEqualTo("1.5");
        assertThat(QuotaWish.value(INBOX_ONLY)).isEqualTo("0");
    }

    private static QuotaWish megabytes(String wanted) {
        return QuotaWish.of(new Quota.SetQuota(), Optional.of(List.of(wanted)));
    }

    private static Traits administrator(char separator) {
        return new Traits(Kind.CYRUS, Set.of(), separator, "", List.of("user" + separator), List.of());
    }
}
