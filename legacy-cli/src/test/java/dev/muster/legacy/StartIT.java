package dev.muster.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole processes, started by the launchers. */
class StartIT {
    private final String name = Servers.mark();

    @TempDir
    Path folder;

    @Test
    void oneCallLoadsNoVertxNoSpringAndNoH2() throws Exception {
        Path log = folder.resolve("classes.log");
        Process process = start("adduser", "-Xlog:class+load:file=" + log, "--adminpasswd=secret");
        process.getOutputStream().close();
        assertThat(process.waitFor()).as(text(process)).isZero();
        List<String> classes = Files.readAllLines(log);
        assertThat(classes).anyMatch(line -> line.contains("dev.muster.provision.Provisioner"));
        assertThat(classes)
                .noneMatch(line -> line.contains(" io.vertx.")
                        || line.contains(" org.springframework.")
                        || line.contains(" org.h2.")
                        || line.contains(" picocli."));
    }

    @Test
    void noProcessListShowsThePassword() throws Exception {
        Process process = start("adduser", "-Dnothing=x", "--adminpasswd=-");
        assertThat(commandLines(process)).noneMatch(line -> line.contains("geheim"));
        try (OutputStream in = process.getOutputStream()) {
            in.write("secret\n".getBytes(UTF_8));
        }
        assertThat(process.waitFor()).as(text(process)).isZero();
    }

    @Test
    void everyCommandHasALauncherThatShowsItsOptions() throws Exception {
        for (LegacyCommand command : LegacyCommands.all()) {
            assertThat(Path.of("bin", command.model().name())).isExecutable();
        }
        Process process = new ProcessBuilder("bin/setquota").start();
        assertThat(process.waitFor()).isEqualTo(64);
        assertThat(text(process)).contains("--quotasize=MB");
    }

    private Process start(String command, String javaOption, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("bin/" + command, "--adminuser=mailadmin"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(Servers.person(name)));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_OPTS", javaOption);
        return builder.redirectErrorStream(true).start();
    }

    /** The command lines of the launcher and all it started, once Java has taken over. */
    private static List<String> commandLines(Process process) throws Exception {
        List<String> lines = new ArrayList<>();
        while (lines.stream().noneMatch(line -> line.contains("dev.muster.legacy.Legacy")) && process.isAlive()) {
            Thread.sleep(5);
            lines.clear();
            lines.add(commandLine(process.pid()));
            process.toHandle().descendants().forEach(child -> lines.add(commandLine(child.pid())));
        }
        return lines;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
