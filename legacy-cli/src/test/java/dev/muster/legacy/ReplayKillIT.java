package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A replay that is killed at one of its requests, before the server saw it or before the program saw the answer, and
 * resumed, perhaps to be killed again, ends as one that nobody disturbed. {@code -Dmuster.replay.seed=...} draws the same
 * requests again, {@code -Dmuster.replay.kills=...} more of them for each server and house.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayKillIT {
    private static final int KILLED = 137;
    private static final int MINUTES = 3;
    private final long seed = Long.getLong("muster.replay.seed", System.nanoTime());
    private final Map<House, Undisturbed> undisturbed = new EnumMap<>(House.class);

    @TempDir
    private Path folder;

    /** What a replay needs and leaves that nobody disturbs. */
    private record Undisturbed(Map<Server, Long> requests, List<Integer> statuses, List<String> picture) {}

    @BeforeAll
    void replayWithoutDisturbance(@TempDir Path own) throws Exception {
        System.out.println("Kills are drawn with -Dmuster.replay.seed=" + seed);
        for (House house : House.values()) {
            try (ReplayGround ground = ground(house, own)) {
                await(begin(ground, ground.file(calls())));
                Map<Server, Long> requests = new EnumMap<>(Server.class);
                for (Server server : Server.values()) {
                    requests.put(server, ground.relay(server).requests());
                }
                System.out.println("Requests of a replay on " + house + ": " + requests);
                undisturbed.put(house, new Undisturbed(requests, ground.statuses(), ground.picture(passwords())));
                assertThat(ground.statuses()).contains(0, 5, 64);
            }
        }
    }

    static Stream<Arguments> kills() {
        int parts = Integer.getInteger("muster.replay.kills", 2);
        return Stream.of(House.values())
                .flatMap(house -> Stream.of(Server.values())
                        .flatMap(server ->
                                IntStream.range(0, parts).mapToObj(part -> Arguments.of(house, server, part, parts))));
    }

    /** Each in another part of the way, so that early and late ones are among them. */
    @ParameterizedTest(name = "killed at a request to {1} in part {2} of {3}, {0}")
    @MethodSource("kills")
    void a_killed_replay_is_completed_by_resume(House house, Server server, int part, int parts) throws Exception {
        Undisturbed wanted = Objects.requireNonNull(undisturbed.get(house));
        Random draw = new Random(seed + 31L * house.ordinal() + 7L * server.ordinal() + part);
        long length = Objects.requireNonNull(wanted.requests().get(server)) * 9 / 10 / parts;
        try (ReplayGround ground = ground(house, folder)) {
            Path file = ground.file(calls());
            boolean killed = kill(ground, server, draw, part * length + 1 + draw.nextInt((int) length), file);
            while (killed && draw.nextInt(3) == 0) {
                killed = kill(ground, server, draw, 1 + draw.nextInt((int) length), file);
            }
            assertThat(await(begin(ground, file))).isEqualTo(2);
            assertThat(ground.statuses()).isEqualTo(wanted.statuses());
            assertThat(ground.picture(passwords())).isEqualTo(wanted.picture());
        }
    }

    /** @return whether the request came, so that it was killed; otherwise it has ended */
    private static boolean kill(ReplayGround ground, Server server, Random draw, long request, Path file)
            throws Exception {
        boolean before = draw.nextBoolean();
        System.out.println("Killing " + (before ? "before" : "after") + " request " + request + " to " + server);
        CompletableFuture<Process> process = new CompletableFuture<>();
        Relay relay = ground.relay(server);
        relay.set(relay.requests() + request, before, () -> {
            Process victim = process.join();
            victim.destroyForcibly();
            victim.waitFor();
        });
        process.complete(begin(ground, file));
        boolean killed = await(process.join()) == KILLED;
        relay.set(0, true, () -> {});
        return killed;
    }

    private static int await(Process process) throws InterruptedException {
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Begins the replay, or goes on with it. */
    private static Process begin(ReplayGround ground, Path file) throws Exception {
        ground.awaitUnlocked();
        List<String> command = new ArrayList<>(List.of("../batch/bin/muster"));
        command.addAll(ground.hasRun() ? List.of("resume") : List.of("import", "--format=legacy", file.toString()));
        command.add("--config=" + ground.configuration());
        File log = Files.createTempFile("replay", ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    /** People and groups, a deletion in the middle, and calls that fail. */
    private static List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(ReplayIT.person("p" + i));
            calls.add("setquota --username=%p" + i + " --quotasize=" + (i + 1));
        }
        calls.add(ReplayIT.person("p1"));
        calls.add("setquota --username=%p1 --quotasize=much");
        calls.add("addgroup --groupname=%staff --members=%p1,%p2");
        calls.add("addmembers2group --groupname=%staff --members=%p3,%p4");
        calls.add("addresource --resourcename=%room --mail=%room@test.tux");
        calls.add("addresourcegroup --resourcegroupname=%rooms --members=%room");
        calls.add("addgroup --groupname=%gone --members=%p5");
        calls.add("deluser --username=%p19");
        calls.add(ReplayIT.person("p19") + " --source_only=ldap");
        calls.add("adduser --username=%p19 --source_only=imap --password=geheim");
        calls.add(
                "createsecondaryaccount -A mailadmin -P secret -c 1 --groups 0 -e %help@test.tux --name Help --login %help"
                        + " --mail-endpoint-source primary --transport-endpoint-source primary");
        for (int i = 20; i < 30; i++) {
            calls.add(ReplayIT.person("p" + i));
        }
        calls.add("updatesecondaryaccount -A mailadmin -P secret -c 1 --groups 0 -e %help@test.tux --name Helpers");
        calls.add("changepasswd --username=%p3 --password=neu");
        calls.add("delmembersfromgroup --groupname=%staff --members=%p1");
        calls.add("delgroup --groupname=%gone");
        calls.add("deluser --username=%p29");
        return calls;
    }

    private static List<String> passwords() {
        return IntStream.range(0, 30)
                .mapToObj(i -> "%p" + i + "\t" + (i == 3 ? "neu" : "geheim"))
                .toList();
    }

    private static ReplayGround ground(House house, Path parent) throws Exception {
        return ReplayGround.make(house, Servers.mark().substring(0, 6) + "x", parent);
    }
}
