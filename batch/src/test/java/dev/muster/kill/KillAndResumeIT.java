package dev.muster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kill.Trap.Moment;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An import is killed with SIGKILL at one of its requests, before the server saw it or before the program saw the answer,
 * and resumed. Afterwards everything is as after an import that nobody disturbed. Which requests those are is drawn
 * anew each time; {@code -Dmuster.kill.seed=...} repeats a draw.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class KillAndResumeIT {
    private static final int KILLS_PER_SERVER = 6;
    private static final int KILLED = 137;
    private final long seed = Long.getLong("muster.kill.seed", System.nanoTime());
    private final AtomicInteger scenarios = new AtomicInteger();
    private final Map<House, Map<Server, Long>> requests = new EnumMap<>(House.class);
    private final Map<House, Picture> undisturbed = new EnumMap<>(House.class);
    private Path folder = Path.of("");

    @BeforeAll
    void importWithoutDisturbance(@TempDir Path temporary) throws Exception {
        folder = temporary;
        System.out.println("Kills are drawn with -Dmuster.kill.seed=" + seed);
        for (House house : House.values()) {
            try (Ground ground = ground(house)) {
                Program.Result result = ground.startImport().await();
                Map<Server, Long> counts = new EnumMap<>(Server.class);
                Stream.of(Server.values())
                        .forEach(server ->
                                counts.put(server, ground.proxy(server).requests()));
                System.out.println("Requests of an import on " + house + ": " + counts);
                requests.put(house, counts);
                undisturbed.put(house, Aftermath.assertAllMade(ground, result));
            }
        }
    }

    static Stream<Arguments> kills() {
        return Stream.of(Server.values())
                .flatMap(server -> IntStream.rangeClosed(1, KILLS_PER_SERVER)
                        .mapToObj(part -> Arguments.of(server, House.of(part), part)));
    }

    /** Each in another sixth of the way, so that early and late ones are among them. */
    @ParameterizedTest(name = "killed at a request to {0} in part {2} of 6, {1}")
    @MethodSource("kills")
    void a_killed_import_is_completed_by_resume(Server server, House house, int part) throws Exception {
        // A tenth less than all there were: no two imports need exactly as many.
        Random draw = new Random(seed + 31L * server.ordinal() + part);
        long length = requests.get(house).get(server) * 9 / 10 / KILLS_PER_SERVER;
        long request = (part - 1) * length + 1 + draw.nextInt((int) length);
        Moment moment = draw.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
        System.out.println("Killing " + moment + " request " + request + " to " + server + ", " + house);
        try (Ground ground = ground(house)) {
            Map<String, Claimed.Claim> claims = killed(ground, server, kill -> Trap.atRequest(request, moment, kill));
            assertCompletedByResume(ground, claims);
        }
    }

    /** The state store sees what the program is about to do. */
    @ParameterizedTest(name = "killed in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tables  | CREATE SEQUENCE             | 2 | BEFORE",
                "start   | BATCH_JOB_INSTANCE(         | 1 | AFTER",
                "check   | DELETE FROM muster_problem  | 1 | BEFORE",
                "plan    | INSERT INTO muster_plan     | 2 | BEFORE",
                "apply   | apply-part:                 | 2 | AFTER",
                "report  | 'report'                    | 1 | BEFORE",
                "the end | UPDATE muster_run SET state | 1 | BEFORE"
            })
    void a_kill_in_any_step_is_survived(String step, String statement, int occurrence, Moment moment) throws Exception {
        try (Ground ground = ground()) {
            Map<String, Claimed.Claim> claims =
                    killed(ground, Server.STATE, kill -> Trap.atText(statement, occurrence, moment, kill));
            assertCompletedByResume(ground, claims);
        }
    }

    @Test
    void a_kill_in_resume_is_survived() throws Exception {
        try (Ground ground = ground()) {
            Map<String, Claimed.Claim> claims = killed(
                    ground, Server.STATE, kill -> Trap.atText("INSERT INTO muster_outcome", 2, Moment.BEFORE, kill));
            ground.awaitUnlocked();
            CompletableFuture<Program> resume = new CompletableFuture<>();
            Trap trap = Trap.atText("INSERT INTO muster_outcome", 2, Moment.AFTER, () -> kill(resume));
            ground.state.set(trap);
            resume.complete(ground.start("resume"));
            assertThat(resume.join().await().status()).isEqualTo(KILLED);
            assertCompletedByResume(ground, claims);
        }
    }

    /** Sets a trap that kills. */
    private interface Setting {
        Trap trap(Trap.Action kill);
    }

    /** @return what was claimed when it was killed */
    private static Map<String, Claimed.Claim> killed(Ground ground, Server server, Setting setting) throws Exception {
        CompletableFuture<Program> program = new CompletableFuture<>();
        ground.proxy(server).set(setting.trap(() -> kill(program)));
        program.complete(ground.startImport());
        Program.Result result = program.join().await();
        assertThat(result.status()).as(result.toString()).isEqualTo(KILLED);
        return Claimed.in(ground);
    }

    private static boolean kill(CompletableFuture<Program> program) {
        program.join().kill();
        return false;
    }

    private void assertCompletedByResume(Ground ground, Map<String, Claimed.Claim> claims) throws Exception {
        assertThat(Aftermath.assertCompletedByResume(ground, claims).against(undisturbed.get(ground.house)))
                .isEmpty();
    }

    private Ground ground() throws Exception {
        return ground(House.of(scenarios.get()));
    }

    private Ground ground(House house) throws Exception {
        return Ground.make(house, seed, scenarios.getAndIncrement(), folder);
    }
}
