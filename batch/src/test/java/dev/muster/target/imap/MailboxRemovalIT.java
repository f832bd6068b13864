package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.KnownNumbers;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.ConfiguredCommand;
import dev.muster.target.imap.ImapSettings.OnDelete;
import dev.muster.target.imap.ImapSettings.Quota;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a mailbox, seen with a client that Muster has no part in. */
class MailboxRemovalIT {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    @TempDir
    Path folder;

    private final RealServer dovecot = RealServer.dovecot();
    private final RealServer cyrus = RealServer.cyrus();

    @AfterEach
    void close() {
        dovecot.close();
        cyrus.close();
    }

    @Test
    void onDovecotFoldersMailAndSubscriptionsGoAndTheHomeIsSaidToBeLeft() {
        UserSpec spec = person();
        dovecot.add(spec.userName().value());
        create(dovecot, spec);
        deliver(dovecot, spec);
        try (ImapClient client = dovecot.as(spec.userName().value())) {
            client.command("CREATE Papierkorb/2026");
            client.command("SUBSCRIBE Papierkorb/2026");
            client.command("SUBSCRIBE nirgends");
        }
        StepOutcome outcome = delete(dovecot, spec, new OnDelete.Purge(Optional.empty()));
        assertThat(((StepOutcome.Done) outcome).notes())
                .singleElement()
                .asString()
                .contains("home of " + spec.userName(), "imap.homeCommand");
        try (ImapClient client = dovecot.as(spec.userName().value())) {
            assertThat(client.command("LIST \"\" *")).hasSize(2).anyMatch(line -> line.endsWith(" INBOX"));
            assertThat(client.command("LSUB \"\" *")).hasSize(1);
            assertThat(client.command("STATUS INBOX (MESSAGES)")).contains("* STATUS INBOX (MESSAGES 0)");
        }
    }

    @Test
    void aConfiguredCommandRemovesTheHome() throws Exception {
        UserSpec spec = person();
        dovecot.add(spec.userName().value());
        create(dovecot, spec);
        Path home = Files.createDirectory(folder.resolve(spec.userName().folded()));
        ConfiguredCommand command = new ConfiguredCommand(List.of("rm", "-r", folder + "/{username}"));
        assertThat(delete(dovecot, spec, new OnDelete.Purge(Optional.of(command))))
                .isEqualTo(StepOutcome.Done.plainly());
        assertThat(home).doesNotExist();
    }

    @Test
    void whatTheArchiveCommandRefusesIsTold() {
        UserSpec spec = person();
        ConfiguredCommand command =
                new ConfiguredCommand(List.of("sh", "-c", "echo no space for $0; exit 4", "{username}"));
        StepOutcome outcome = delete(dovecot, spec, new OnDelete.Archive(command));
        StepOutcome.Failed failed = (StepOutcome.Failed) outcome;
        assertThat(failed.problem().code()).isEqualTo(ErrorCode.IMAP_REFUSED);
        assertThat(failed.problem().reason())
                .contains("no space for " + spec.userName().folded());
    }

    @Test
    void aKeptMailboxIsNotTouched() {
        UserSpec spec = person();
        dovecot.add(spec.userName().value());
        create(dovecot, spec);
        StepOutcome outcome = delete(dovecot, spec, new OnDelete.Keep());
        assertThat(((StepOutcome.Done) outcome).notes())
                .singleElement()
                .asString()
                .contains("is kept");
        try (ImapClient client = dovecot.as(spec.userName().value())) {
            assertThat(client.command("LIST \"\" *")).hasSize(8);
        }
    }

    @Test
    void takingBackLeavesAMailboxWithMailAlone() {
        for (RealServer server : List.of(dovecot, cyrus)) {
            UserSpec spec = person();
            dovecot.add(spec.userName().value());
            create(server, spec);
            deliver(server, spec);
            TargetPlan.Create made = new TargetPlan.Create(spec, Users.claims(spec, 1));
            StepOutcome outcome = apply(server, new OnDelete.Keep(), TargetPlan.Delete.undoing(made));
            assertThat(((StepOutcome.Done) outcome).notes())
                    .singleElement()
                    .asString()
                    .contains("has mail in it");
            try (ImapClient client = server.as(spec.userName().folded())) {
                assertThat(client.command("STATUS INBOX (MESSAGES)")).contains("* STATUS INBOX (MESSAGES 1)");
            }
            delete(server, spec, new OnDelete.Purge(Optional.empty()));
        }
    }

    @Test
    void onCyrusMailboxAndLimitAreGone() {
        UserSpec spec = person();
        create(cyrus, spec);
        deliver(cyrus, spec);
        assertThat(delete(cyrus, spec, new OnDelete.Purge(Optional.empty()))).isEqualTo(StepOutcome.Done.plainly());
        String mailbox = "user/" + spec.userName().folded();
        try (ImapClient administrator = cyrus.as("")) {
            assertThat(administrator.command("LIST \"\" " + mailbox + "*")).hasSize(1);
            assertThat(administrator.command("GETQUOTA " + mailbox)).noneMatch(line -> line.startsWith("* QUOTA"));
        }
    }

    private static UserSpec person() {
        return Users.german("Gitta." + RUN + "-" + NUMBER.incrementAndGet());
    }

    private void create(RealServer server, UserSpec spec) {
        TargetPlan plan = new TargetPlan.Create(spec, Users.claims(spec, 1));
        assertThat(apply(server, new OnDelete.Keep(), plan)).isInstanceOf(StepOutcome.Done.class);
    }

    private StepOutcome delete(RealServer server, UserSpec spec, OnDelete policy) {
        return apply(server, policy, new TargetPlan.Delete(spec.key(), spec.origin(), KnownNumbers.none(), false));
    }

    private StepOutcome apply(RealServer server, OnDelete policy, TargetPlan plan) {
        Quota quota = server == cyrus ? new Quota.SetQuota() : new Quota.LdapAttribute();
        try (ImapTarget target = new ImapTarget(server.settings(quota).withOnDelete(policy))) {
            return java.util.Objects.requireNonNull(target.apply(List.of(plan)).get(plan.key()));
        }
    }

    private static void deliver(RealServer server, UserSpec spec) {
        try (ImapClient client = server.as(spec.userName().folded())) {
            assertThat(client.command("APPEND INBOX {18+}\r\nSubject: x\r\n\r\nmail"))
                    .last()
                    .asString()
                    .contains(" OK");
        }
    }
}
