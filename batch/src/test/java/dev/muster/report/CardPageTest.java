package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountCard;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.MailboxRole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardPageTest {
    private static final MailServer READING = new MailServer("imaps://mail.example.org", false);
    private static final MailServer SENDING = new MailServer("smtp://mail.example.org:587", true);

    @Test
    void anAgentGetsEverythingThatSheHasToType() {
        assertThat(CardPage.text(card(MailboxRole.AGENT)))
                .startsWith("Info-Team <info@example.org>\nfor anna, agent: get folder properties,")
                .contains("Subscribe", "shared/info", "Manage Identities, Add: Auskunft, info@example.org")
                .contains("mail.example.org, port 993, SSL/TLS", "mail.example.org, port 587, STARTTLS")
                .contains("User name        anna/info@example.org", "write * instead of it: anna*info@example.org")
                .contains("User name        anna (your own", "Reply-to         hilfe@example.org")
                .doesNotContain("cannot send");
    }

    @Test
    void aViewerIsToldThatSheCannotSend() {
        assertThat(CardPage.text(card(MailboxRole.VIEWER)))
                .contains("You cannot send with this address.", "User name        anna/info@example.org")
                .doesNotContain("port 587", "Manage Identities");
    }

    @Test
    void whoMayOnlySendSeesNoMailbox() {
        assertThat(CardPage.text(card(MailboxRole.SEND_ONLY)))
                .contains("You do not see the mailbox", "Manage Identities", "port 587")
                .doesNotContain("shared/info", "port 993");
    }

    @Test
    void asJsonItHoldsTheSame() {
        assertThat(CardPage.json(card(MailboxRole.AGENT)))
                .contains("\"role\": \"agent\"", "\"login\": \"anna/info@example.org\"", "\"login\": \"anna\"")
                .contains("\"url\": \"imaps://mail.example.org\"", "\"encryption\": \"STARTTLS\"");
        assertThat(CardPage.json(card(MailboxRole.VIEWER)))
                .contains("\"sends\": false")
                .doesNotContain("smtp");
        assertThat(CardPage.json(card(MailboxRole.SEND_ONLY)))
                .contains("\"reads\": false")
                .doesNotContain("imap");
    }

    private static AccountCard card(MailboxRole role) {
        return new AccountCard(
                MailAddress.of("info@example.org"),
                "Info-Team",
                "Auskunft",
                Optional.of("hilfe@example.org"),
                "shared/info",
                "anna",
                Optional.of(role),
                "anna/info@example.org",
                "anna",
                READING,
                Optional.of(SENDING));
    }
}
