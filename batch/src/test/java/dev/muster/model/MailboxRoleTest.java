package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailboxRoleTest {
    @Test
    void rolesOfTheHouseHaveTheirLetters() {
        assertThat(List.of("viewer", "editor", "agent", "manager", "owner", "send-only"))
                .extracting(id -> MailboxRole.of(id).orElseThrow().letters(Optional.empty()))
                .containsExactly("lrs", "lrsw", "lrswipte", "lrswipkxte", "lrswipkxtea", "");
    }

    @Test
    void whoOnlySendsPutsWhatWasSentIntoItsFolder() {
        assertThat(MailboxRole.SEND_ONLY.letters(Optional.of(FolderRole.SENT))).isEqualTo("li");
        assertThat(MailboxRole.SEND_ONLY.letters(Optional.of(FolderRole.DRAFTS)))
                .isEmpty();
        assertThat(MailboxRole.SEND_ONLY.reads()).isFalse();
        assertThat(MailboxRole.SEND_ONLY.sends()).isTrue();
    }

    @Test
    void viewerAndEditorCannotSend() {
        assertThat(List.of(MailboxRole.VIEWER, MailboxRole.EDITOR)).noneMatch(MailboxRole::sends);
        assertThat(List.of(MailboxRole.AGENT, MailboxRole.MANAGER, MailboxRole.OWNER))
                .allMatch(MailboxRole::sends);
    }

    @Test
    void theTypicalRightsOfTheDocumentMakeTheAgent() {
        Set<MailboxRight> typical = Set.copyOf(List.of(
                        "Can get folder properties",
                        "Can get message",
                        "Can flag message",
                        "Can delete message",
                        "Can add file attachment",
                        "Can send message",
                        "Can edit message",
                        "Can search message")
                .stream()
                .map(words -> MailboxRight.of(words).orElseThrow())
                .toList());
        assertThat(new MailboxRole("Mailbox - Support", typical).letters(Optional.empty()))
                .isEqualTo(MailboxRole.AGENT.letters(Optional.empty()));
    }

    @Test
    void whoDeletesMovesToTheTrash() {
        MailboxRole role = new MailboxRole("cleaner", Set.of(MailboxRight.GET_MESSAGE, MailboxRight.DELETE_MESSAGE));
        assertThat(role.letters(Optional.of(FolderRole.TRASH))).isEqualTo("lrite");
        assertThat(role.letters(Optional.empty())).isEqualTo("rte");
    }

    @Test
    void aRoleIsShownBackInWords() {
        assertThat(MailboxRole.EDITOR.words())
                .isEqualTo("get folder properties, get message, search message, mark as read, flag message");
    }

    @Test
    void aRoleWithoutARightIsNone() {
        assertThatThrownBy(() -> new MailboxRole("nothing", Set.of())).hasMessageContaining("'nothing'");
    }

    @Test
    void theRowsOfAMemberFollowHerRole() {
        AccountSettings settings = new AccountSettings(
                Map.of(AccountField.NAME, "Support", AccountField.TRANSPORT_SERVER, "smtp.test.tux"),
                Map.of(AccountField.TRANSPORT_PASSWORD, new AccountPassword.Clear(Secret.of("x"))));
        SharedAccount account = new SharedAccount(
                MailAddress.of("support@test.tux"), settings, EndpointSource.PRIMARY, EndpointSource.PRIMARY);
        assertThat(account.as(MailboxRole.AGENT)).contains(account);
        assertThat(account.as(MailboxRole.SEND_ONLY)).isEmpty();
        SharedAccount viewed = account.as(MailboxRole.VIEWER).orElseThrow();
        assertThat(viewed.settings()).isEqualTo(new AccountSettings(Map.of(AccountField.NAME, "Support"), Map.of()));
        assertThat(viewed.transport()).isEqualTo(EndpointSource.NONE);
        assertThat(viewed.mail()).isEqualTo(EndpointSource.PRIMARY);
    }
}
