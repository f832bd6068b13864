package dev.muster.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code [--stay] TEMPLATES COMMAND...}: starts the embedded servers, runs the command with their addresses in its
 * environment, stops them, and ends with the command's exit status. With {@code --stay} the servers stay up after a
 * command that went well, until Ctrl-C.
 */
final class Run {
    private Run() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean stay = words.remove("--stay");
        if (words.size() < 2) {
            System.err.println("Usage: [--stay] TEMPLATES COMMAND...");
            System.exit(64);
        }
        System.exit(run(Path.of(words.get(0)), words.subList(1, words.size()), stay));
    }

    private static int run(Path templates, List<String> command, boolean stay)
            throws IOException, InterruptedException {
        EmbeddedServers servers = EmbeddedServers.start(templates);
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        int status = execute(command, servers.environment());
        if (stay && status == 0) {
            show(servers.environment());
            new CountDownLatch(1).await();
        }
        return status;
    }

    private static int execute(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private static void show(Map<String, String> environment) {
        System.out.println("\nThe servers stay up until Ctrl-C:");
        environment.forEach((name, value) -> System.out.println("  " + name + "=" + value));
    }
}
