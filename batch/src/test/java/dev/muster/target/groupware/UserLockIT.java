package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import beside the reference's own user commands. */
class UserLockIT {
    private GroupwareSettings settings;
    private SqlLane lane;
    private GroupwareTarget target;

    @BeforeEach
    void connect() throws SQLException {
        settings = Databases.freshContext("DB_NAME_8", Layout.V8);
        lane = new PlainLane(settings);
        target = target(settings);
    }

    @AfterEach
    void cleanUp() throws SQLException {
        lane.inTransaction(session ->
                session.update("DELETE FROM del_user WHERE cid = 0 AND id = ?", List.of(settings.context())));
        Databases.removeContext(lane, settings.context());
        target.close();
        lane.close();
    }

    @Test
    void failsNeitherTheImportNorAnAdministratorsCreateuser() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> importing = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                assertThat(target.apply(chunk()).values()).allMatch(StepOutcome.Done.class::isInstance);
            }
        });
        ReferenceCreateuser createuser = new ReferenceCreateuser(settings);
        createuser.run("admin.made1");
        createuser.run("admin.made2");
        done.set(true);
        importing.get(60, TimeUnit.SECONDS);
        ObjectKey made = Users.german("admin.made2").key();
        assertThat(target.read(List.of(made)).get(made)).isInstanceOf(TargetState.Present.class);
    }

    @Test
    void waitsWhileAnotherProcessHoldsTheLock() throws Exception {
        hold(System.currentTimeMillis());
        List<TargetPlan> chunk = chunk();
        CompletableFuture<Map<ObjectKey, StepOutcome>> importing =
                CompletableFuture.supplyAsync(() -> target.apply(chunk));
        Thread.sleep(500);
        assertThat(target.read(List.of(chunk.get(0).key())).values()).containsExactly(new TargetState.Absent());
        release();
        assertThat(importing.get(30, TimeUnit.SECONDS).values()).allMatch(StepOutcome.Done.class::isInstance);
    }

    @Test
    void takesOverALockThatNobodyRefreshed() throws SQLException {
        hold(System.currentTimeMillis() - 13_000);
        assertThat(target.apply(chunk()).values()).allMatch(StepOutcome.Done.class::isInstance);
    }

    @Test
    void givesUpWhenTheOtherProcessGoesOn() throws SQLException {
        hold(System.currentTimeMillis());
        GroupwareSettings impatient = new GroupwareSettings(
                settings.url(),
                settings.user(),
                settings.password(),
                settings.tls(),
                settings.context(),
                settings.imapServer(),
                settings.smtpServer(),
                settings.deadline(),
                Duration.ofMillis(200));
        GroupwareTarget target = target(impatient);
        List<TargetPlan> chunk = chunk();
        assertThatThrownBy(() -> target.apply(chunk))
                .isInstanceOf(TargetException.class)
                .satisfies(failure ->
                        assertThat(((TargetException) failure).code()).isEqualTo(ErrorCode.GROUPWARE_UNAVAILABLE));
        target.close();
    }

    private static GroupwareTarget target(GroupwareSettings settings) {
        return new GroupwareTarget(settings, new PlainLane(settings), new SiteKey(new byte[32]));
    }

    private List<TargetPlan> chunk() {
        return IntStream.range(0, 20).mapToObj(i -> plan()).toList();
    }

    private TargetPlan plan() {
        UserSpec spec = Users.german(Names.next());
        return new TargetPlan.Create(spec, GroupwareContract.claims(target, spec));
    }

    private void hold(long stamp) throws SQLException {
        lane.inTransaction(session -> session.update(
                "INSERT INTO del_user (cid, id, contactId, quota_max) VALUES (0, ?, 1337, ?)",
                List.of(settings.context(), stamp)));
    }

    private void release() throws SQLException {
        lane.inTransaction(session -> session.update(
                "DELETE FROM del_user WHERE cid = 0 AND id = ? AND contactId = 1337", List.of(settings.context())));
    }
}
