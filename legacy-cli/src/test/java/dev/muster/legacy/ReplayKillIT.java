package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A replay that is killed and resumed, perhaps more than once, ends as one that nobody disturbed.
 * {@code -Dmuster.replay.seed=...} draws the same moments again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayKillIT {
    private static final int KILLED = 137;
    private static final int MINUTES = 3;
    private final long seed = Long.getLong("muster.replay.seed", System.nanoTime());
    private List<String> undisturbed = List.of();
    private List<Integer> statuses = List.of();
    private long wholeMillis;

    @TempDir
    private Path folder;

    @BeforeAll
    void replayWithoutDisturbance(@TempDir Path own) throws Exception {
        System.out.println("Kills are drawn with -Dmuster.replay.seed=" + seed);
        try (ReplayGround ground = ground(own)) {
            long begun = System.nanoTime();
            Process replay = start(
                    ground, "import", "--format=legacy", ground.file(calls()).toString());
            assertThat(replay.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            statuses = ground.statuses();
            undisturbed = ground.picture(passwords());
        }
        assertThat(statuses).contains(0, 5, 64);
    }

    @AfterAll
    void tell() {
        System.out.println("An undisturbed replay took " + wholeMillis + " ms.");
    }

    static IntStream parts() {
        return IntStream.rangeClosed(1, Integer.getInteger("muster.replay.kills", 5));
    }

    @ParameterizedTest(name = "killed in part {0}")
    @MethodSource("parts")
    void a_killed_replay_is_completed_by_resume(int part) throws Exception {
        Random draw = new Random(seed + part);
        try (ReplayGround ground = ground(folder)) {
            Path file = ground.file(calls());
            boolean killed = kill(start(ground, "import", "--format=legacy", file.toString()), moment(draw, part));
            while (killed && draw.nextInt(3) == 0) {
                killed = kill(start(ground, "resume"), moment(draw, part));
            }
            Process last = start(
                    ground,
                    ground.hasRun() ? List.of("resume") : List.of("import", "--format=legacy", file.toString()));
            assertThat(last.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue()).isEqualTo(2);
            assertThat(ground.statuses()).isEqualTo(statuses);
            assertThat(ground.picture(passwords())).isEqualTo(undisturbed);
        }
    }

    /** In another part of the way each, so that early and late ones are among them. */
    private long moment(Random draw, int part) {
        long count = parts().count();
        long begin = wholeMillis / 4;
        long length = (wholeMillis - begin) / count;
        return begin + (part - 1) * length + draw.nextInt((int) length);
    }

    private static boolean kill(Process process, long afterMillis) throws InterruptedException {
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly();
        process.waitFor();
        return process.exitValue() == KILLED;
    }

    private static Process start(ReplayGround ground, String... words) throws Exception {
        return start(ground, List.of(words));
    }

    private static Process start(ReplayGround ground, List<String> words) throws Exception {
        ground.awaitUnlocked();
        List<String> command = new ArrayList<>(List.of("../batch/bin/muster", words.get(0), "--config"));
        command.add(ground.configuration().toString());
        command.addAll(words.subList(1, words.size()));
        File log = Files.createTempFile("replay", ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    /** People and groups, a deletion in the middle, and calls that fail. */
    private static List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
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
        calls.add("deluser --username=%p39");
        calls.add(ReplayIT.person("p39") + " --source_only=ldap");
        calls.add("adduser --username=%p39 --source_only=imap --password=geheim");
        for (int i = 40; i < 60; i++) {
            calls.add(ReplayIT.person("p" + i));
        }
        calls.add("changepasswd --username=%p3 --password=neu");
        calls.add("delmembersfromgroup --groupname=%staff --members=%p1");
        calls.add("delgroup --groupname=%gone");
        return calls;
    }

    private static List<String> passwords() {
        return IntStream.range(0, 60)
                .mapToObj(i -> "%p" + i + "\t" + (i == 3 ? "neu" : "geheim"))
                .toList();
    }

    private static ReplayGround ground(Path parent) throws Exception {
        return ReplayGround.make(Servers.mark().substring(0, 6) + "x", parent);
    }
}
