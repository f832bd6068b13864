package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccessPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailboxLetters;
import dev.muster.model.MailboxRole;
import dev.muster.model.Origin;
import dev.muster.model.StepOutcome;
import dev.muster.target.imap.SharedMailbox.Make;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who gets rights, who keeps and who loses them. What they let somebody do is in {@link RightsMatrixIT}. */
class MailboxAccessIT {
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
        void aChangedRoleReplacesTheRightsAndALeaverLosesThem() {
            String anna = mailbox.person();
            String bernd = mailbox.person();
            mailbox.grant(Map.of(anna, MailboxRole.OWNER, bernd, MailboxRole.AGENT), Set.of());
            mailbox.grant(Map.of(anna, MailboxRole.VIEWER), Set.of(bernd));
            Map<String, Map<String, String>> rights = mailbox.rights();
            assertThat(rights.size()).isGreaterThan(1);
            assertThat(rights.values()).allSatisfy(entries -> {
                assertThat(entries).containsEntry(anna, "lrs").doesNotContainKey(bernd);
                assertThat(entries).containsKey(mailbox.name());
            });
        }

        @Test
        void whoeverIsNotNamedKeepsWhatSheHas() {
            String anna = mailbox.person();
            mailbox.grant(Map.of(anna, MailboxRole.EDITOR), Set.of());
            Map<String, Map<String, String>> before = mailbox.rights();
            assertThat(mailbox.grant(Map.of(), Set.of(mailbox.person()))).isEqualTo(StepOutcome.Done.plainly());
            assertThat(mailbox.grant(Map.of(anna, MailboxRole.EDITOR), Set.of()))
                    .isEqualTo(StepOutcome.Done.plainly());
            assertThat(mailbox.rights()).isEqualTo(before);
        }

        @Test
        void foldersThatWereMadeSinceGetTheirRightsTheNextTime() {
            String anna = mailbox.person();
            mailbox.grant(Map.of(anna, MailboxRole.AGENT), Set.of());
            try (ImapClient owner = mailbox.as(mailbox.name())) {
                owner.command("CREATE Projekte");
                owner.command("CREATE Projekte/2026");
                owner.command("SETACL Projekte/2026 " + anna + " l");
            }
            mailbox.grant(Map.of(anna, MailboxRole.AGENT), Set.of());
            assertThat(mailbox.rights()).containsKeys("Projekte", "Projekte/2026");
            assertThat(mailbox.rights().values())
                    .allSatisfy(entries -> assertThat(MailboxLetters.known(entries.getOrDefault(anna, "")))
                            .contains("lrswipte"));
        }

        /** Both servers give a new folder the rights of the one in which it is. */
        @Test
        void aFolderThatAManagerMakesIsEverybodysAsTheOneAboveIt() {
            String manager = mailbox.person();
            String viewer = mailbox.person();
            mailbox.grant(Map.of(manager, MailboxRole.MANAGER, viewer, MailboxRole.VIEWER), Set.of());
            try (ImapClient session = mailbox.as(manager)) {
                session.command("CREATE \"" + mailbox.seen("Vorlagen/Neu") + '"');
            }
            Map<String, Map<String, String>> rights = mailbox.rights();
            assertThat(rights.get("Vorlagen/Neu")).isEqualTo(rights.get("Vorlagen"));
            assertThat(rights.get("Vorlagen/Neu")).containsKeys(manager, viewer);
        }

        @Test
        void aMailboxThatIsNotThereIsSaidToBe() {
            String none = mailbox.stranger();
            AccessPlan plan = new AccessPlan(
                    Origin.wholeFile("test"),
                    SharedMailbox.key(none),
                    Map.of(mailbox.name(), MailboxRole.VIEWER),
                    Set.of());
            StepOutcome outcome = mailbox.target().grant(List.of(plan)).get(plan.mailbox());
            assertThat(((StepOutcome.Failed) outcome).problem().code()).isEqualTo(ErrorCode.IMAP_REFUSED);
            assertThat(((StepOutcome.Failed) outcome).problem().reason()).contains("there is no mailbox");
            assertThat(mailbox.target()
                            .rights(List.of(plan.mailbox()))
                            .get(plan.mailbox())
                            .byFolder())
                    .isEmpty();
        }
    }
}
