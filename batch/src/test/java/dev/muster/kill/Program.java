package dev.muster.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One start of muster by its launcher. */
final class Program {
    /** No measure of speed, only so that a test cannot hang for ever. */
    private static final int MINUTES = 5;

    private static final Path LAUNCHER = Path.of("bin", "muster").toAbsolutePath();
    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How it ended and what it said. */
    record Result(int status, String out, String err) {}

    static Program start(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile(folder, arguments.get(0), ".out");
            Path err = Files.createTempFile(folder, arguments.get(0), ".err");
            ProcessBuilder builder = new ProcessBuilder(command);
            // For a few seconds' work the second compiler costs more than it brings.
            builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
            Process process = builder.directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Program(process, out, err);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** SIGKILL. The launcher has made room for the program itself, so nothing of it stays. */
    void kill() {
        process.destroyForcibly();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    Result await() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IllegalStateException("muster does not end. " + result(-1));
        }
        return result(process.exitValue());
    }

    private Result result(int status) {
        try {
            return new Result(status, Files.readString(out), Files.readString(err));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
