package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.FolderRole;
import dev.muster.model.MailboxRight;
import dev.muster.model.MailboxRole;
import dev.muster.model.StepOutcome;
import dev.muster.target.imap.SharedMailbox.Make;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every role may do in every folder, tried with an ordinary client. Each letter in the table is somebody who may: v(iewer),
 * e(ditor), a(gent), m(anager), o(wner), s(end-only), a c(leaner) who reads and deletes, a k (clerk) who sends and attaches.
 * An owner of yesterday (l), and somebody who never was a member (n), are tried, too, and may nothing.
 */
class RightsMatrixIT {
    private static final MailboxRole CLEANER = new MailboxRole(
            "cleaner",
            Set.of(MailboxRight.GET_FOLDER_PROPERTIES, MailboxRight.GET_MESSAGE, MailboxRight.DELETE_MESSAGE));
    private static final MailboxRole CLERK =
            new MailboxRole("clerk", Set.of(MailboxRight.SEND_MESSAGE, MailboxRight.ADD_FILE_ATTACHMENT));
    private static final Map<Character, MailboxRole> ROLES = Map.of(
            'v', MailboxRole.VIEWER,
            'e', MailboxRole.EDITOR,
            'a', MailboxRole.AGENT,
            'm', MailboxRole.MANAGER,
            'o', MailboxRole.OWNER,
            's', MailboxRole.SEND_ONLY,
            'c', CLEANER,
            'k', CLERK,
            'l', MailboxRole.OWNER);
    private static final String EVERYBODY = "veamosckln";
    private static final String SUBFOLDER = "Vorlagen/2026";

    @Nested
    class OnDovecot extends OnServer {
        OnDovecot() {
            super(Make.DOVECOT);
        }

        /** Folders beside INBOX are not below it, and there is no entry for what is above them. */
        @Test
        void nobodyButTheMailboxItselfMakesFoldersBesideTheInbox() {
            assertThat(madeBesideInbox()).isEmpty();
        }
    }

    @Nested
    class OnCyrus extends OnServer {
        OnCyrus() {
            super(Make.CYRUS);
        }

        @Test
        void managersMakeFoldersBesideTheInbox() {
            assertThat(madeBesideInbox()).isEqualTo("mo");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnServer {
        private final Make make;
        private final Map<Character, String> people = new LinkedHashMap<>();
        private SharedMailbox mailbox;
        private String trash;
        private int number;

        OnServer(Make make) {
            this.make = make;
        }

        @BeforeAll
        void letThemIn() {
            mailbox = new SharedMailbox(make);
            EVERYBODY.chars().forEach(letter -> people.put((char) letter, mailbox.person()));
            try (ImapClient owner = mailbox.as(mailbox.name())) {
                owner.command("CREATE " + SUBFOLDER);
            }
            trash = mailbox.folder(FolderRole.TRASH);
            Map<String, MailboxRole> members = new LinkedHashMap<>();
            ROLES.forEach((letter, role) -> members.put(person(letter), role));
            assertThat(mailbox.grant(members, Set.of())).isEqualTo(StepOutcome.Done.plainly());
            assertThat(mailbox.grant(Map.of(), Set.of(person('l')))).isEqualTo(StepOutcome.Done.plainly());
            for (String person : people.values()) {
                try (ImapClient session = mailbox.as(person)) {
                    Attempt.appended(session, SharedMailbox.INBOX);
                }
            }
        }

        @AfterAll
        void cleanUp() {
            mailbox.close();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                operation           | INBOX  | SUBFOLDER | SENT     | DRAFTS  | TRASH
                LIST                | veamoc | veamoc    | veamosck | veamock | veamoc
                STATUS              | veamoc | veamoc    | veamoc   | veamoc  | veamoc
                READ                | veamoc | veamoc    | veamoc   | veamoc  | veamoc
                SEARCH              | veamoc | veamoc    | veamoc   | veamoc  | veamoc
                MARK_AS_READ        | veamo  | veamo     | veamo    | veamo   | veamo
                FLAG                | eamo   | eamo      | eamo     | eamo    | eamo
                KEYWORD             | eamo   | eamo      | eamo     | eamo    | eamo
                MARK_AS_DELETED     | amoc   | amoc      | amoc     | amoc    | amoc
                EXPUNGE             | amoc   | amoc      | amoc     | amoc    | amoc
                CLOSE               | amoc   | amoc      | amoc     | amoc    | amoc
                APPEND              | amo    | amo       | amosk    | amok    | amoc
                COPY_IN             | amo    | amo       | amosk    | amok    | amoc
                COPY_OUT            | veamoc | veamoc    | veamoc   | veamoc  | veamoc
                MOVE_TO_TRASH       | amoc   | amoc      | amoc     | amoc    | -
                MOVE_TO_INBOX       | -      | amo       | amo      | amo     | amo
                CREATE_FOLDER       | mo     | mo        | mo       | mo      | mo
                DELETE_FOLDER       | mo     | mo        | mo       | mo      | mo
                RENAME_FOLDER       | mo     | mo        | mo       | mo      | mo
                SEE_OWN_RIGHTS      | veamoc | veamoc    | veamosck | veamock | veamoc
                SEE_RIGHTS          | o      | o         | o        | o       | o
                LET_IN              | o      | o         | o        | o       | o
                SHUT_OUT            | o      | o         | o        | o       | o
                """)
        void everybodyMayDoJustWhatTheRoleSays(
                Operation operation, String inbox, String subfolder, String sent, String drafts, String bin) {
            Map<String, String> expected = new LinkedHashMap<>();
            expected.put(SharedMailbox.INBOX, inbox);
            expected.put(SUBFOLDER, subfolder);
            expected.put(mailbox.folder(FolderRole.SENT), sent);
            expected.put(mailbox.folder(FolderRole.DRAFTS), drafts);
            expected.put(trash, bin);
            expected.values().removeIf("-"::equals);
            Map<String, String> able = new LinkedHashMap<>(expected);
            able.replaceAll((folder, any) -> able(operation, folder));
            assertThat(able).isEqualTo(expected);
        }

        private String able(Operation operation, String folder) {
            return able(folder, operation::isAllowed);
        }

        /** In sessions of their own: a long one may know late what another has changed. */
        private String able(String folder, Predicate<Attempt> trial) {
            StringBuilder able = new StringBuilder();
            for (char letter : people.keySet()) {
                try (ImapClient member = mailbox.as(person(letter));
                        ImapClient owner = mailbox.as(mailbox.name())) {
                    if (trial.test(new Attempt(mailbox, member, owner, folder, trash, number++))) {
                        able.append(letter);
                    }
                }
            }
            return able.toString();
        }

        private String person(char letter) {
            return Objects.requireNonNull(people.get(letter));
        }

        String madeBesideInbox() {
            return able(SharedMailbox.INBOX, attempt -> {
                String name = "beside" + attempt.number();
                attempt.member("CREATE " + attempt.seen(name));
                return attempt.isThere(name);
            });
        }

        /** The mail of all members would go with it. */
        @Test
        void nobodyDeletesOrRenamesTheInbox() {
            assertThat(able(SharedMailbox.INBOX, attempt -> {
                        attempt.fresh().member("DELETE " + attempt.seen());
                        attempt.member("RENAME " + attempt.seen() + " " + attempt.seen("Vorlagen/weg"));
                        return attempt.messages(SharedMailbox.INBOX) != 1;
                    }))
                    .isEmpty();
        }
    }
}
