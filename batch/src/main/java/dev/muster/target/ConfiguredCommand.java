package dev.muster.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command of the administrator's: a program and its arguments, run without a shell. Immutable.
 *
 * @param words program first; names in braces, such as {@code {username}}, are filled in
 */
public record ConfiguredCommand(List<String> words) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** How it ended. */
    public enum Ending {
        /** With status 0. */
        DONE,
        /** With another status. */
        REFUSED,
        /** Not in time: it was ended. */
        LATE,
        /** There is no such program, or it may not be run. */
        NOT_STARTED
    }

    /** @param text what it said, or why it could not be run; empty when all went well */
    public record Result(Ending ending, String text) {}

    public ConfiguredCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A command has at least a program.");
        }
    }

    /**
     * The same command with a name in braces standing for several values: a word that is nothing else becomes a word for
     * each, in any other they stand with commas between.
     */
    public ConfiguredCommand withEach(String name, List<String> values) {
        String place = "{" + name + "}";
        return new ConfiguredCommand(words.stream()
                .flatMap(word ->
                        word.equals(place) ? values.stream() : Stream.of(word.replace(place, String.join(",", values))))
                .toList());
    }

    /** The names in braces that its words have. */
    public Set<String> names() {
        return words.stream()
                .flatMap(word -> NAME.matcher(word).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Runs it and waits. Nothing of it still runs on return.
     *
     * @param values what the names in braces stand for
     */
    public Result run(Map<String, String> values, Duration atMost) {
        try {
            Process process =
                    new ProcessBuilder(filled(values)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return await(process, atMost);
        } catch (IOException e) {
            return new Result(Ending.NOT_STARTED, "cannot be started: " + e.getMessage());
        }
    }

    private List<String> filled(Map<String, String> values) {
        return words.stream().map(word -> filled(word, values)).toList();
    }

    private static String filled(String word, Map<String, String> values) {
        String filled = word;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private Result await(Process process, Duration atMost) throws IOException {
        try {
            if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Result(Ending.LATE, words.get(0) + " did not end in time");
            }
            return result(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Ending.LATE, "interrupted while " + words.get(0) + " was running");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Result result(Process process) throws IOException {
        if (process.exitValue() == 0) {
            return new Result(Ending.DONE, "");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(Ending.REFUSED, "ended with " + process.exitValue() + ": " + said.strip());
    }
}
