package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that are busy, slow, away or forgetful. */
class LdapTroubleTest {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final LdapTarget target = new LdapTarget(directory.settings(), MemoryDirectory.SITE_KEY);
    private final UserSpec anna = Users.german("anna");
    private final Claims claims = Users.claims(anna, 10001);
    private final TargetPlan create = new TargetPlan.Create(anna, claims);

    @AfterEach
    void close() {
        target.close();
        directory.close();
    }

    @Test
    void aBusyServerIsAskedAgain() {
        directory.disturbance().beBusy(2);
        assertThat(apply(create)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void aServerThatStaysBusyStopsTheRun() {
        directory.disturbance().beBusy(100);
        assertUnavailable(() -> apply(create));
    }

    @Test
    void aServerThatIsAwayStopsTheRun() {
        directory.server().shutDown(true);
        assertUnavailable(() -> target.read(List.of(anna.key())));
    }

    @Test
    void lostConnectionsAreMadeAgain() {
        target.read(List.of(anna.key()));
        directory.server().closeAllConnections(false);
        assertThat(apply(create)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void anAddWhoseAnswerWasLostIsDone() {
        directory.disturbance().loseAnswers(1);
        assertThat(apply(create)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void aModifyWhoseAnswerWasLostIsDone() {
        apply(create);
        List<String> aliases = List.of("a@test.tux", "b@test.tux");
        FieldChange change = new FieldChange(Field.ALIAS, anna.values().get(Field.ALIAS), aliases);
        directory.disturbance().loseAnswers(1);
        TargetPlan plan = new TargetPlan.Change(anna.with(Field.ALIAS, aliases), claims, List.of(change));
        assertThat(apply(plan)).isInstanceOf(StepOutcome.Done.class);
        assertThat(present().values(Field.ALIAS)).containsExactlyInAnyOrderElementsOf(aliases);
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnknownAndMayBeRepeated() {
        CountDownLatch gate = new CountDownLatch(1);
        directory.disturbance().hang(gate);
        LdapServer hasty = directory.settings().server().withTimeout(Duration.ofMillis(300));
        try (LdapTarget impatient = new LdapTarget(directory.settings().withServer(hasty), MemoryDirectory.SITE_KEY)) {
            StepOutcome outcome = impatient.apply(List.of(create)).get(anna.key());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            StepOutcome.Unknown.class,
                            unknown -> assertThat(unknown.problem().code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        } finally {
            gate.countDown();
        }
        assertThat(apply(create)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void aServerThatCannotIncrementGivesEachNumberOnceToo() {
        directory.disturbance().forgetIncrement();
        Set<Long> numbers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 40).parallel().forEach(i -> numbers.add(target.reserve(Counter.UID_NUMBER, 10)));
        assertThat(numbers).hasSize(40).allMatch(first -> first % 10 == 0);
    }

    @Test
    void aCounterThatIsNotThereIsAMatterOfConfiguration() {
        LdapSettings settings = directory.settings();
        LdapTree elsewhere = settings.tree().withCounter("cn=none,dc=test,dc=tux", "uidNumber");
        try (LdapTarget wrong = new LdapTarget(settings.withTree(elsewhere), MemoryDirectory.SITE_KEY)) {
            assertThatThrownBy(() -> wrong.reserve(Counter.UID_NUMBER, 1))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("ldap.counterDn");
        }
    }

    @Test
    void aSearchBaseThatIsNotThereIsAMatterOfConfiguration() {
        LdapSettings settings = directory.settings();
        LdapTree elsewhere =
                settings.tree().withSearch("ou=none,dc=test,dc=tux", LdapTree.Scope.SUB, "(uid={username})");
        try (LdapTarget wrong = new LdapTarget(settings.withTree(elsewhere), MemoryDirectory.SITE_KEY)) {
            assertThatThrownBy(() -> wrong.read(List.of(anna.key())))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("ldap.searchBase");
        }
    }

    @Test
    void aUserDnThatIsNoneIsAMatterOfConfiguration() {
        LdapSettings settings =
                directory.settings().withTree(directory.settings().tree().withUserDn("nonsense"));
        assertThatThrownBy(() -> new LdapTarget(settings, MemoryDirectory.SITE_KEY))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("'nonsense' is no DN");
    }

    @Test
    void inModeReadNothingIsWritten() {
        apply(create);
        LdapSettings reading = directory.settings().withMode(LdapSettings.Mode.READ);
        try (LdapTarget reader = new LdapTarget(reading, MemoryDirectory.SITE_KEY)) {
            assertThat(reader.keeps(Field.PASSWORD)).isFalse();
            assertThat(reader.read(List.of(anna.key()))).isEqualTo(target.read(List.of(anna.key())));
            assertThatThrownBy(() -> reader.apply(List.of(create))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theAddressBookWithoutItsGroupIsToldAndNothingElseIsLost() {
        LdapSettings settings = directory.settings();
        LdapTree tree = settings.tree().withAddressAdmins("cn=None,dc=test,dc=tux");
        UserSpec writer = anna.with(Field.GLOBAL_ADDRESS_BOOK, List.of("yes"));
        try (LdapTarget without = new LdapTarget(settings.withTree(tree), MemoryDirectory.SITE_KEY)) {
            Map<?, StepOutcome> outcomes = without.apply(List.of(new TargetPlan.Create(writer, claims)));
            assertThat(((StepOutcome.Failed) outcomes.get(anna.key())).problem().suggestion())
                    .contains("ldap.addressAdminsDn");
        }
    }

    private StepOutcome apply(TargetPlan plan) {
        return target.apply(List.of(plan)).get(plan.key());
    }

    private TargetState.Present present() {
        return (TargetState.Present) target.read(List.of(anna.key())).get(anna.key());
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TargetException.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.LDAP_UNAVAILABLE));
    }
}
