package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.FolderRole;
import dev.muster.model.MailboxStatus;
import dev.muster.model.MailboxStatus.Folder;
import dev.muster.target.imap.SharedMailbox.Make;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailboxCountsIT {
    @Nested
    class OnDovecot extends OnServer {
        OnDovecot() {
            super(Make.DOVECOT);
        }
    }

    @Nested
    class OnCyrus extends OnServer {
        OnCyrus() {
            super(Make.CYRUS);
        }
    }

    abstract static class OnServer {
        private final Make make;
        private SharedMailbox mailbox;

        OnServer(Make make) {
            this.make = make;
        }

        @BeforeEach
        void makeMailbox() {
            mailbox = new SharedMailbox(make);
        }

        @AfterEach
        void cleanUp() {
            mailbox.close();
        }

        @Test
        void everyFolderSaysWhatIsInIt() {
            try (ImapClient owner = mailbox.as(mailbox.name())) {
                Attempt.appended(owner, "INBOX");
                Attempt.appended(owner, "INBOX");
                owner.command("SELECT INBOX");
                owner.command("STORE 1 +FLAGS (\\Seen)");
                Attempt.appended(owner, FolderNames.quoted("Entwürfe"));
            }
            MailboxStatus status = counts(mailbox.name());
            assertThat(status.folders())
                    .startsWith(new Folder("INBOX", Optional.empty(), 2, 1))
                    .contains(new Folder("Entwürfe", Optional.of(FolderRole.DRAFTS), 1, 1))
                    .contains(new Folder("Vorlagen", Optional.empty(), 0, 0))
                    .hasSize(7);
        }

        @Test
        void theLimitAndWhatIsUsedAreInBytes() {
            try (ImapClient administrator = mailbox.as(make == Make.CYRUS ? "" : mailbox.name())) {
                administrator.command("SETQUOTA user/" + mailbox.name() + " (STORAGE 51200)");
            }
            MailboxStatus status = counts(mailbox.name());
            assertThat(status.limitBytes()).hasValue(50L * 1024 * 1024);
            assertThat(status.usedBytes()).isPresent();
        }

        @Test
        void whereThereIsNoMailboxNothingIsCounted() {
            assertThat(counts(mailbox.stranger())).isEqualTo(MailboxStatus.NONE);
            assertThat(counts("nobody-" + mailbox.name())).isEqualTo(MailboxStatus.NONE);
        }

        private MailboxStatus counts(String name) {
            return mailbox.target().counts(List.of(SharedMailbox.key(name))).get(SharedMailbox.key(name));
        }
    }
}
