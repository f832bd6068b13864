package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.AccessPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.imap.ImapSettings.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Roles in a shared mailbox, tried with an ordinary client. */
class MailboxAccessIT {
    private static final Origin ORIGIN = Origin.wholeFile("test");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);
    private static final List<MailboxRole> ROLES = List.of(
            MailboxRole.VIEWER,
            MailboxRole.EDITOR,
            MailboxRole.AGENT,
            MailboxRole.MANAGER,
            MailboxRole.OWNER,
            MailboxRole.SEND_ONLY);

    @Nested
    class OnDovecot extends OnServer {
        OnDovecot() {
            super(RealServer.dovecot(), "shared/%s/INBOX", "shared/%s/%s");
        }
    }

    @Nested
    class OnCyrus extends OnServer {
        OnCyrus() {
            super(RealServer.cyrus(), "Other Users/%s", "Other Users/%s/%s");
        }

        @Override
        void remove(RealServer server, List<String> names) {
            try (ImapClient administrator = server.as("")) {
                for (String name : names) {
                    administrator.command("SETACL user/" + name + " mailadmin c");
                    administrator.command("DELETE user/" + name);
                }
            }
        }
    }

    abstract static class OnServer {
        private final RealServer server;
        private final String inbox;
        private final String folder;
        private final ImapTarget target;
        private final List<String> names = new ArrayList<>();
        private String shared;

        OnServer(RealServer server, String inbox, String folder) {
            this.server = server;
            this.inbox = inbox;
            this.folder = folder;
            this.target = new ImapTarget(server.settings(new Quota.None()));
        }

        @BeforeEach
        void makeMailbox() {
            shared = mailbox();
        }

        @AfterEach
        void cleanUp() {
            target.close();
            remove(server, names);
            server.close();
        }

        void remove(RealServer any, List<String> all) {}

        @Test
        void everyRoleMayDoJustWhatItSays() {
            Map<String, MailboxRole> members = new TreeMap<>();
            ROLES.forEach(role -> members.put(mailbox(), role));
            assertThat(grant(members, Set.of())).isEqualTo(StepOutcome.Done.plainly());
            String sent = folderOf(FolderRole.SENT);
            try (ImapClient owner = server.as(shared)) {
                owner.command(append("INBOX"));
                owner.command(append('"' + sent + '"'));
                members.forEach((member, role) -> {
                    String said = role.id() + " ";
                    assertThat(said + able(member, owner, inbox.formatted(shared), "INBOX"))
                            .isEqualTo(said + expected(role, Optional.empty()));
                    assertThat(said + able(member, owner, folder.formatted(shared, sent), sent))
                            .isEqualTo(said + expected(role, Optional.of(FolderRole.SENT)));
                });
            }
        }

        @Test
        void aChangedRoleReplacesTheRightsAndALeaverLosesThem() {
            String anna = mailbox();
            String bernd = mailbox();
            grant(Map.of(anna, MailboxRole.OWNER, bernd, MailboxRole.AGENT), Set.of());
            grant(Map.of(anna, MailboxRole.VIEWER), Set.of(bernd));
            Map<String, Map<String, String>> rights = rights(shared);
            assertThat(rights.size()).isGreaterThan(1);
            assertThat(rights.values()).allSatisfy(entries -> {
                assertThat(entries).containsEntry(anna, "lrs").doesNotContainKey(bernd);
                assertThat(entries).containsKey(shared);
            });
        }

        @Test
        void whoeverIsNotNamedKeepsWhatSheHas() {
            String anna = mailbox();
            String bernd = mailbox();
            grant(Map.of(anna, MailboxRole.EDITOR), Set.of());
            Map<String, Map<String, String>> before = rights(shared);
            assertThat(grant(Map.of(), Set.of(bernd))).isEqualTo(StepOutcome.Done.plainly());
            assertThat(grant(Map.of(anna, MailboxRole.EDITOR), Set.of())).isEqualTo(StepOutcome.Done.plainly());
            assertThat(rights(shared)).isEqualTo(before);
        }

        @Test
        void aMailboxThatIsNotThereIsSaidToBe() {
            String none = name();
            StepOutcome outcome = target.grant(
                            List.of(new AccessPlan(ORIGIN, key(none), Map.of(shared, MailboxRole.VIEWER), Set.of())))
                    .get(key(none));
            assertThat(((StepOutcome.Failed) outcome).problem().code()).isEqualTo(ErrorCode.IMAP_REFUSED);
            assertThat(((StepOutcome.Failed) outcome).problem().reason()).contains("there is no mailbox");
            assertThat(rights(none)).isEmpty();
        }

        private Map<String, Map<String, String>> rights(String mailbox) {
            return target.rights(List.of(key(mailbox))).get(key(mailbox)).byFolder();
        }

        private StepOutcome grant(Map<String, MailboxRole> members, Set<String> leaving) {
            return target.grant(List.of(new AccessPlan(ORIGIN, key(shared), members, leaving)))
                    .get(key(shared));
        }

        private String folderOf(FolderRole role) {
            TargetState state = target.read(List.of(key(shared))).get(key(shared));
            Field field = role.field();
            return ((TargetState.Present) state).values(field).get(0);
        }

        /** What of r, w, i, t, e and a the server lets her do; k and x only below folders other than INBOX. */
        private String able(String member, ImapClient owner, String seen, String own) {
            try (ImapClient client = server.as(member)) {
                String quoted = '"' + seen + '"';
                StringBuilder able = new StringBuilder();
                if (ok(client.command("EXAMINE " + quoted))) {
                    able.append('r');
                }
                if (flags(client, owner, quoted, own, "\\Flagged")) {
                    able.append('w');
                }
                if (ok(client.command(append(quoted)))) {
                    able.append('i');
                }
                if (flags(client, owner, quoted, own, "\\Deleted")) {
                    able.append('t');
                }
                return able.append(ok(client.command("GETACL " + quoted)) ? "a" : "")
                        .toString();
            }
        }

        /** By its effect: a server may answer OK and leave out the flags that she may not set. */
        private static boolean flags(ImapClient client, ImapClient owner, String seen, String own, String flag) {
            client.command("SELECT " + seen);
            client.command("STORE 1 +FLAGS (" + flag + ")");
            client.command("UNSELECT");
            owner.command("SELECT \"" + own + '"');
            boolean set = owner.command("FETCH 1 (FLAGS)").stream().anyMatch(line -> line.contains(flag));
            owner.command("STORE 1 -FLAGS (" + flag + ")");
            owner.command("UNSELECT");
            return set;
        }

        private static String expected(MailboxRole role, Optional<FolderRole> use) {
            String letters = role.letters(use);
            StringBuilder able = new StringBuilder();
            "rwita"
                    .chars()
                    .filter(letter -> letters.indexOf(letter) >= 0)
                    .forEach(letter -> able.append((char) letter));
            return able.toString();
        }

        private static String append(String folder) {
            String message = "Subject: x\r\n\r\nx\r\n";
            return "APPEND " + folder + " {" + message.length() + "+}\r\n" + message;
        }

        private static boolean ok(List<String> answer) {
            return answer.get(answer.size() - 1).matches("c\\d+ OK.*");
        }

        private static ObjectKey key(String name) {
            return new ObjectKey(ObjectKey.Kind.USER, name);
        }

        private String name() {
            String name = "m" + RUN + NUMBER.incrementAndGet();
            server.add(name);
            return name;
        }

        private String mailbox() {
            String name = name();
            names.add(name);
            UserSpec spec = Users.german(name);
            assertThat(target.apply(List.of(new TargetPlan.Create(spec, Users.claims(spec, 1))))
                            .values())
                    .allMatch(StepOutcome.Done.class::isInstance);
            return name;
        }
    }
}
