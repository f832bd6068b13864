package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailboxRolesTest {
    private static final MailboxRole CLEANER = new MailboxRole(
            "Cleaner",
            Set.of(MailboxRight.GET_FOLDER_PROPERTIES, MailboxRight.GET_MESSAGE, MailboxRight.DELETE_MESSAGE));

    @Test
    void aSiteHasTheRolesOfTheHouseAndItsOwn() {
        MailboxRoles roles = MailboxRoles.of(List.of(CLEANER));
        assertThat(roles.ids())
                .containsExactly("viewer", "editor", "agent", "manager", "owner", "send-only", "Cleaner");
        assertThat(roles.of(" cleaner ")).contains(CLEANER);
        assertThat(roles.of("AGENT")).contains(MailboxRole.AGENT);
        assertThat(MailboxRoles.HOUSE.of("cleaner")).isEmpty();
    }

    @Test
    void aRoleOfTheHouseCannotMeanSomethingElse() {
        MailboxRole viewer = new MailboxRole("Viewer", CLEANER.rights());
        assertThatThrownBy(() -> MailboxRoles.of(List.of(viewer))).hasMessageContaining("'Viewer' is there already");
    }

    @Test
    void lettersAreSaidAsARoleOrInWords() {
        MailboxRoles roles = MailboxRoles.of(List.of(CLEANER));
        assertThat(roles.said("lrtecdn", Optional.empty())).isEqualTo("Cleaner (lrte)");
        assertThat(roles.said("lrite", Optional.of(FolderRole.TRASH))).isEqualTo("Cleaner (lrite)");
        assertThat(roles.said("li", Optional.of(FolderRole.SENT))).isEqualTo("send-only (li)");
        assertThat(roles.said("li", Optional.empty())).isEqualTo("see the folder, put messages there (li)");
        assertThat(roles.said("", Optional.empty())).isEqualTo("nothing");
    }

    @Test
    void searchingIsNothingWithoutReading() {
        assertThatThrownBy(() -> new MailboxRole("searcher", Set.of(MailboxRight.SEARCH_MESSAGE)))
                .hasMessage("The role 'searcher' has 'search message' without 'get message', which mail servers cannot"
                        + " tell apart. Add that.");
    }

    @Test
    void whoOnlySendsMayKeepWhatIsNotSentYet() {
        MailboxRole clerk =
                new MailboxRole("clerk", Set.of(MailboxRight.SEND_MESSAGE, MailboxRight.ADD_FILE_ATTACHMENT));
        assertThat(clerk.letters(Optional.of(FolderRole.DRAFTS))).isEqualTo("li");
        assertThat(clerk.letters(Optional.empty())).isEmpty();
    }
}
