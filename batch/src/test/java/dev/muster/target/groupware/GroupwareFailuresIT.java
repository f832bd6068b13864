package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.ErrorCode;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetException;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupwareFailuresIT {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        GroupwareSettings wrong = GroupwareSettings.of(real().url(), real().user(), Secret.of("wrong"), 1);
        assertFailsWith(wrong, ErrorCode.CREDENTIALS_REFUSED);
    }

    @Test
    void saysThatTheServerIsAway() {
        GroupwareSettings away =
                GroupwareSettings.of("jdbc:mariadb://127.0.0.1:1/ox", "muster", Secret.of("never shown"), 1);
        assertFailsWith(away, ErrorCode.GROUPWARE_UNAVAILABLE);
    }

    @Test
    void saysThatThereIsNoSuchContext() {
        GroupwareSettings settings = GroupwareSettings.of(real().url(), real().user(), real().password(), 999_999_999);
        assertFailsWith(settings, ErrorCode.CONFIGURATION_INVALID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void triesAgainOnANewConnectionWhenTheOldOneIsLost(boolean vertxLane) throws SQLException {
        SqlLane lane = vertxLane ? new VertxLane(vertx, real(), 1) : new PlainLane(real());
        AtomicInteger attempts = new AtomicInteger();
        long answer = new Retries(lane).inTransaction(session -> {
            if (attempts.incrementAndGet() == 1) {
                kill(session.query("SELECT CONNECTION_ID()", List.of()).get(0).number(0));
            }
            return session.query("SELECT 42", List.of()).get(0).number(0);
        });
        lane.close();
        assertThat(answer).isEqualTo(42);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void givesUpOnARowThatSomebodyElseKeepsLocked() throws Exception {
        GroupwareSettings context = Databases.freshContext("DB_NAME_8", Layout.V8);
        try (Connection other = new JdbcSource(context).open()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("SELECT id FROM sequence_principal WHERE cid = " + context.context() + " FOR UPDATE");
            assertFailsWith(impatient(context), ErrorCode.GROUPWARE_UNAVAILABLE);
        }
        try (SqlLane lane = new PlainLane(context)) {
            Databases.removeContext(lane, context.context());
        }
    }

    @Test
    void givesUpOnAServerThatAcceptsAndNeverAnswers() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:mariadb://127.0.0.1:" + deaf.getLocalPort() + "/ox";
            assertFailsWith(
                    impatient(GroupwareSettings.of(url, "muster", Secret.of("never shown"), 1)),
                    ErrorCode.GROUPWARE_UNAVAILABLE);
        }
    }

    private static GroupwareSettings impatient(GroupwareSettings settings) {
        return new GroupwareSettings(
                settings.url(),
                settings.user(),
                settings.password(),
                settings.tls(),
                settings.context(),
                settings.imapServer(),
                settings.smtpServer(),
                Duration.ofSeconds(1),
                settings.lockWait());
    }

    private static void kill(long connection) throws SQLException {
        try (SqlLane other = new PlainLane(real())) {
            other.inTransaction(session -> session.update("KILL CONNECTION " + connection, List.of()));
        }
    }

    private void assertFailsWith(GroupwareSettings settings, ErrorCode code) {
        GroupwareTarget target =
                new GroupwareTarget(settings, new VertxLane(vertx, settings, 1), new SiteKey(new byte[32]));
        assertThatThrownBy(() -> {
                    target.reserve(Counter.USER_ID, 1);
                })
                .isInstanceOf(TargetException.class)
                .satisfies(failure ->
                        assertThat(((TargetException) failure).code()).isEqualTo(code))
                .hasMessageNotContaining(settings.password().reveal());
        target.close();
    }

    private static GroupwareSettings real() {
        return GroupwareSettings.of(
                "jdbc:mariadb://" + Databases.required("DB_HOST") + ":" + Databases.required("DB_PORT") + "/"
                        + Databases.required("DB_NAME"),
                Databases.required("DB_USER"),
                Secret.of(Databases.required("DB_PASSWORD")),
                1);
    }
}
