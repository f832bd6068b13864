package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailFolder;
import dev.muster.target.imap.FolderWork.Step;
import dev.muster.target.imap.Mailbox.Folder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleNamesTest {
    private static final List<MailFolder> GERMAN = Users.german("anna").folders();
    private final RoleNames roles = new RoleNames(Known.NAMES);

    @Test
    void specialUseDecidesBeforeTheName() {
        Folder sent = folder("Sent");
        Folder flagged = folder("Ausgang", "\\sent");
        assertThat(roles.holders(List.of(sent, flagged))).isEqualTo(Map.of(FolderRole.SENT, flagged));
    }

    @Test
    void anyKnownNameHoldsTheRole() {
        Folder folder = folder("SENT Items");
        assertThat(roles.holders(List.of(folder))).isEqualTo(Map.of(FolderRole.SENT, folder));
    }

    @Test
    void knownNameBelowInboxHoldsTheRole() {
        Folder folder = folder("INBOX/Trash");
        assertThat(roles.holders(List.of(folder))).isEqualTo(Map.of(FolderRole.TRASH, folder));
    }

    @Test
    void roleThatHasAFolderGetsNoSecondOne() {
        FolderWork work = FolderWork.of(GERMAN, GERMAN, mailbox(folder("Drafts"), folder("Trash")), roles);
        assertThat(work.steps().stream().map(step -> step.folder().name()))
                .containsExactly("Gesendet", "Junk", "Archiv", "Vorlagen");
    }

    @Test
    void keptFolderIsLearned() {
        assertThat(FolderWork.learned(GERMAN, mailbox(folder("Drafts"), folder("Gesendet")), roles))
                .isEqualTo(Map.of(Field.DRAFTS_FOLDER, List.of("Drafts")));
    }

    @Test
    void missingSubscriptionOfAnOwnFolderIsMadeUpFor() {
        List<MailFolder> drafts = GERMAN.subList(0, 1);
        assertThat(FolderWork.of(drafts, drafts, mailbox(folder("Entwürfe")), roles)
                        .steps())
                .containsExactly(new Step(drafts.get(0), false, true));
    }

    @Test
    void completeMailboxNeedsNothing() {
        List<MailFolder> drafts = GERMAN.subList(0, 1);
        assertThat(FolderWork.of(drafts, drafts, mailbox(folder("Entwürfe", "\\subscribed")), roles)
                        .steps())
                .isEmpty();
    }

    private static Folder folder(String name, String... attributes) {
        return new Folder(name, Set.of(attributes));
    }

    private static Mailbox mailbox(Folder... folders) {
        return new Mailbox(true, List.of(folders), Optional.empty(), OptionalLong.empty());
    }
}
