package dev.muster.legacy;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command talks to beside the servers.
 *
 * @param in standard input; read only where a secret is to come from there
 * @param out for the result
 * @param err for everything else
 * @param prompt asks for a secret without showing it; empty where nobody can be asked
 */
record Surroundings(BufferedReader in, PrintStream out, PrintStream err, Function<String, Optional<String>> prompt) {
    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                System.out,
                System.err,
                Surroundings::ask);
    }

    private static Optional<String> ask(String question) {
        Console console = System.console();
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s", question)).map(String::new);
    }
}
