package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kill.Trap.Moment;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An import is asked to end, loses a server in the middle of its work, or meets another import. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {
    private static final int UNAVAILABLE = 69;
    private static final int LOCKED = 75;
    private static final int TERMINATED = 143;
    /** Words of requests in the middle of the third step's work. */
    private static final Map<Server, String> WORK = Map.of(
            Server.SLAPD, "inetOrgPerson",
            Server.GROUPWARE, "INSERT INTO login2user",
            Server.STATE, "INSERT INTO muster_outcome",
            Server.IMAP, " CREATE ");

    private final long seed = System.nanoTime();
    private final AtomicInteger scenarios = new AtomicInteger();

    @Test
    void a_terminated_import_ends_with_its_chunk_and_can_be_resumed(@TempDir Path folder) throws Exception {
        try (Ground ground = ground(folder)) {
            CompletableFuture<Program> program = new CompletableFuture<>();
            ground.state.set(amidWork(Server.STATE, 2, () -> {
                program.join().terminate();
                return true;
            }));
            program.complete(ground.startImport());
            Program.Result result = program.join().await();
            assertThat(result.status()).as(result.toString()).isEqualTo(TERMINATED);
            Aftermath.assertCompletedByResume(ground, Claimed.in(ground));
        }
    }

    @ParameterizedTest(name = "{0} goes away")
    @EnumSource
    void a_server_that_goes_away_ends_the_import_resumable(Server server, @TempDir Path folder) throws Exception {
        try (Ground ground = ground(folder)) {
            KillingProxy proxy = ground.proxy(server);
            proxy.set(amidWork(server, 2, () -> {
                proxy.goAway();
                return false;
            }));
            Program.Result result = ground.startImport().await();
            assertThat(result.status()).as(result.toString()).isEqualTo(UNAVAILABLE);
            proxy.comeBack();
            Aftermath.assertCompletedByResume(ground, Claimed.in(ground));
        }
    }

    @Test
    void a_mail_server_that_is_away_from_the_beginning_stops_the_import_before_anything_is_planned(@TempDir Path folder)
            throws Exception {
        try (Ground ground = ground(folder)) {
            ground.proxy(Server.IMAP).goAway();
            Program.Result result = ground.startImport().await();
            assertThat(result.status()).as(result.toString()).isEqualTo(UNAVAILABLE);
            assertThat(Claimed.in(ground)).isEmpty();
            ground.proxy(Server.IMAP).comeBack();
            Aftermath.assertCompletedByResume(ground, Claimed.in(ground));
        }
    }

    @ParameterizedTest(name = "{0} is away for two seconds")
    @EnumSource(names = {"SLAPD", "IMAP"})
    void a_server_that_is_away_for_two_seconds_is_waited_for(Server server, @TempDir Path folder) throws Exception {
        try (Ground ground = ground(folder)) {
            Trap trap = awayForTwoSeconds(server, ground.proxy(server));
            ground.proxy(server).set(trap);
            Aftermath.assertAllMade(ground, ground.startImport().await());
            assertThat(trap.hasSprung()).isTrue();
        }
    }

    /** The site lock falls with its connection: the import may go on to its end, or end and be resumed. */
    @ParameterizedTest(name = "{0} is away for two seconds")
    @EnumSource(names = {"GROUPWARE", "STATE"})
    void a_database_that_is_away_for_two_seconds_loses_nothing(Server server, @TempDir Path folder) throws Exception {
        try (Ground ground = ground(folder)) {
            ground.proxy(server).set(awayForTwoSeconds(server, ground.proxy(server)));
            Program.Result result = ground.startImport().await();
            assertThat(result.status()).as(result.toString()).isIn(0, UNAVAILABLE);
            if (result.status() == UNAVAILABLE) {
                Aftermath.assertCompletedByResume(ground, Claimed.in(ground));
            } else {
                Aftermath.assertAllMade(ground, result);
            }
        }
    }

    @Test
    void of_two_imports_at_the_same_time_the_second_is_refused(@TempDir Path folder) throws Exception {
        try (Ground ground = ground(folder)) {
            CountDownLatch end = new CountDownLatch(1);
            Trap trap = amidWork(Server.STATE, 1, () -> {
                end.await();
                return true;
            });
            ground.state.set(trap);
            Program first = ground.startImport();
            trap.awaitSpringing();
            Program.Result second = ground.startImport().await();
            end.countDown();
            assertThat(second.status()).as(second.toString()).isEqualTo(LOCKED);
            Aftermath.assertAllMade(ground, first.await());
        }
    }

    private static Trap amidWork(Server server, int occurrence, Trap.Action action) {
        return Trap.atText(WORK.get(server), occurrence, Moment.BEFORE, action);
    }

    private static Trap awayForTwoSeconds(Server server, KillingProxy proxy) {
        return amidWork(server, 2, () -> {
            proxy.goAway();
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(proxy::comeBack);
            return false;
        });
    }

    private Ground ground(Path folder) throws Exception {
        int scenario = scenarios.getAndIncrement();
        return Ground.make(House.of(scenario), seed, scenario, folder);
    }
}
