package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Secret;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.TargetException;
import dev.muster.target.imap.ImapSettings.Kind;
import dev.muster.target.imap.ImapSettings.Limits;
import dev.muster.target.imap.ImapSettings.Login;
import dev.muster.target.imap.ImapSettings.Quota;
import dev.muster.target.imap.ImapSettings.Server;
import dev.muster.target.imap.ImapSettings.Style;
import dev.muster.target.imap.ImapSettings.Tls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ImapTargetTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final UserSpec anna = Users.german("anna");
    private final ScriptedMailbox mailbox = new ScriptedMailbox();

    @Test
    void mailboxIsMadeInOneLoginAndTwoWrites() {
        try (ScriptedPeer peer = peer(mailbox)) {
            assertThat(create(peer, LONG)).isEqualTo(StepOutcome.Done.plainly());
            assertThat(peer.heard().stream().filter(line -> line.startsWith("AUTHENTICATE")))
                    .hasSize(1);
            assertThat(peer.heard()).containsSubsequence("CREATE \"Entw&APw-rfe\"", "SUBSCRIBE \"Entw&APw-rfe\"");
        }
    }

    @Test
    void refusedFolderFailsWithTheServersWords() {
        try (ScriptedPeer peer = peer(but("CREATE \"Gesendet\"", "T NO [CANNOT] no such name"))) {
            StepOutcome.Failed failed = (StepOutcome.Failed) create(peer, LONG);
            assertThat(failed.problem().code()).isEqualTo(ErrorCode.IMAP_REFUSED);
            assertThat(failed.problem().reason()).contains("anna", "Gesendet", "[CANNOT] no such name");
        }
    }

    @Test
    void anOkThatTheListingDoesNotShowIsAFailure() {
        try (ScriptedPeer peer = peer(but("CREATE \"Gesendet\"", "T OK done"))) {
            StepOutcome.Failed failed = (StepOutcome.Failed) create(peer, LONG);
            assertThat(failed.problem().reason()).contains("Gesendet", "although the server answered OK");
        }
    }

    @Test
    void connectionLostInTheMiddleIsTriedAgain() {
        AtomicInteger lost = new AtomicInteger();
        try (ScriptedPeer peer = peer(command -> command.equals("CREATE \"Gesendet\"") && lost.getAndIncrement() == 0
                ? ScriptedPeer.HANG_UP
                : mailbox.apply(command))) {
            assertThat(create(peer, LONG)).isEqualTo(StepOutcome.Done.plainly());
        }
    }

    @Test
    void serverThatSaysByeInTheMiddleIsTriedAgain() {
        AtomicInteger said = new AtomicInteger();
        try (ScriptedPeer peer = peer(command -> command.startsWith("CREATE") && said.getAndIncrement() == 0
                ? "* BYE [UNAVAILABLE] going down"
                : mailbox.apply(command))) {
            assertThat(create(peer, LONG)).isEqualTo(StepOutcome.Done.plainly());
        }
    }

    @Test
    void stallPastTheDeadlineIsUnknown() {
        try (ScriptedPeer peer = peer(but("CREATE \"Gesendet\"", ScriptedPeer.STALL))) {
            StepOutcome outcome = create(peer, Duration.ofMillis(500));
            assertThat(outcome).isInstanceOf(StepOutcome.Unknown.class);
            assertThat(((StepOutcome.Unknown) outcome).problem().code()).isEqualTo(ErrorCode.DEADLINE_PASSED);
        }
    }

    @Test
    void serverWithoutPlainIsNeverLoggedInTo() {
        try (ScriptedPeer peer = new ScriptedPeer("* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready", mailbox)) {
            assertStops(peer, ErrorCode.CONFIGURATION_INVALID, "AUTH=PLAIN");
            assertThat(peer.heard()).noneMatch(line -> line.startsWith("LOGIN") || line.startsWith("AUTHENTICATE"));
        }
    }

    @Test
    void refusedAdministratorStopsEverybodyWithoutHisPassword() {
        try (ScriptedPeer peer = peer(but("AUTHENTICATE", "T NO [AUTHENTICATIONFAILED] no"))) {
            assertStops(peer, ErrorCode.CREDENTIALS_REFUSED, "mailadmin");
        }
    }

    @Test
    void somebodyUnknownToTheServerIsAbsent() {
        try (ScriptedPeer peer = peer(but("AUTHENTICATE", "T NO [AUTHORIZATIONFAILED] no"));
                ImapTarget target = target(peer.port(), LONG)) {
            assertThat(target.read(List.of(anna.key())).get(anna.key())).isEqualTo(new TargetState.Absent());
        }
    }

    @Test
    void answersMayComeInAnotherOrderThanTheirCommands() {
        AtomicInteger logins = new AtomicInteger();
        try (ScriptedPeer peer = peer(command -> command.startsWith("AUTHENTICATE") && logins.getAndIncrement() > 0
                        ? ScriptedPeer.AFTER_NEXT + "T OK done"
                        : mailbox.apply(command));
                ImapTarget target = target(peer.port(), LONG)) {
            target.read(List.of(anna.key()));
            assertThat(target.read(List.of(anna.key())).get(anna.key())).isEqualTo(new TargetState.Absent());
        }
    }

    @Test
    void serverThatIsAwayStopsEverybody() {
        ScriptedPeer gone = peer(mailbox);
        gone.close();
        assertStops(gone, ErrorCode.IMAP_UNAVAILABLE, "127.0.0.1");
    }

    @Test
    void serverThatIsAwayIsNoticedBeforeThereIsAnythingToDo() {
        ScriptedPeer gone = peer(mailbox);
        gone.close();
        try (ImapTarget target = target(gone.port(), LONG)) {
            assertThatThrownBy(target::requireUsable)
                    .isInstanceOfSatisfying(
                            TargetException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAP_UNAVAILABLE));
        }
    }

    @Test
    void administratorWhoIsLetInForOthersOnlyIsNoReasonToStop() {
        try (ScriptedPeer peer = peer(but("AUTHENTICATE", "T NO [AUTHENTICATIONFAILED] no"));
                ImapTarget target = target(peer.port(), LONG)) {
            assertThatNoException().isThrownBy(target::requireUsable);
        }
    }

    @Test
    void foldersWithoutARoleAreReadAsOthers() {
        try (ScriptedPeer peer = peer(mailbox);
                ImapTarget target = target(peer.port(), LONG)) {
            create(peer, LONG);
            TargetState.Present state =
                    (TargetState.Present) target.read(List.of(anna.key())).get(anna.key());
            assertThat(state.values(Field.DRAFTS_FOLDER)).containsExactly("Entwürfe");
            assertThat(state.values(Field.OTHER_FOLDERS)).containsExactly("Vorlagen");
        }
    }

    @Test
    void keepsLimitsOnlyWhereItSetsThem() {
        try (ImapTarget target = target(1, LONG)) {
            assertThat(target.keeps(Field.QUOTA)).isFalse();
            assertThat(target.keeps(Field.SENT_FOLDER)).isTrue();
            assertThat(target.keeps(Field.MAIL)).isFalse();
        }
    }

    private static ScriptedPeer peer(Function<String, String> script) {
        return new ScriptedPeer(ScriptedPeer.GREETING, script);
    }

    /** Answers one command otherwise. */
    private Function<String, String> but(String begin, String answer) {
        return command -> command.startsWith(begin) ? answer : mailbox.apply(command);
    }

    private StepOutcome create(ScriptedPeer peer, Duration deadline) {
        try (ImapTarget target = target(peer.port(), deadline)) {
            return target.apply(List.of(plan())).get(anna.key());
        }
    }

    private void assertStops(ScriptedPeer peer, ErrorCode code, String word) {
        assertThatThrownBy(() -> create(peer, LONG))
                .isInstanceOfSatisfying(
                        TargetException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(word)
                .hasMessageNotContaining("top secret");
    }

    private TargetPlan plan() {
        return new TargetPlan.Create(anna, Users.claims(anna, 1));
    }

    private static ImapTarget target(int port, Duration deadline) {
        return new ImapTarget(new ImapSettings(
                new Server(Kind.AUTO, "127.0.0.1", port, Tls.none()),
                new Login("mailadmin", Secret.of("top secret"), Style.ADMINISTRATOR),
                new Quota.LdapAttribute(),
                Known.NAMES,
                new Limits(2, 3, LONG, deadline, LONG)));
    }
}
