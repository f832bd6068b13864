package dev.muster.legacy;

import dev.muster.legacy.script.ScriptCall;
import dev.muster.legacy.script.Token;
import dev.muster.model.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes rejected and failed calls as a file of calls, each below a comment that says why. The administrator's password is
 * in none of them: a file is to be named instead. Other passwords are as they were, so only the owner can read the file.
 */
record CallRejects(Path target, String run) {
    private static final String PLACEHOLDER_FILE = "=ADMINPASSWD_FILE";
    /** As the commands for secondary accounts call it. */
    private static final String SHORT_PASSWORD = "-P";

    private static final String LEFT_OUT = "'(left out: it may hold a password)'";

    /** @return how many calls were written */
    long write(List<ScriptCall> calls, Iterator<Problem> problems) {
        Map<Long, List<Problem>> byCall = new TreeMap<>();
        problems.forEachRemaining(
                problem -> byCall.computeIfAbsent(problem.origin().ordinal(), any -> new ArrayList<>())
                        .add(problem));
        byCall.keySet().removeIf(ordinal -> ordinal < 1 || ordinal > calls.size());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            try (Writer out = open(part)) {
                out.write("# Calls of run " + run + " that were not carried out. Correct them, name the file with the"
                        + " administrator's password,\n# and import this file: muster import --format=legacy\n");
                for (Map.Entry<Long, List<Problem>> each : byCall.entrySet()) {
                    out.write(text(calls.get((int) (each.getKey() - 1)), each.getValue()));
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return byCall.size();
        } catch (IOException failed) {
            throw new UncheckedIOException("The reject file " + target + " cannot be written.", failed);
        }
    }

    private static Writer open(Path part) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                Channels.newOutputStream(Files.newByteChannel(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
                StandardCharsets.UTF_8));
    }

    private static String text(ScriptCall call, List<Problem> problems) {
        StringBuilder text = new StringBuilder("\n");
        for (Problem problem : problems) {
            String why = problem.code() + ": " + problem.reason() + " " + problem.suggestion();
            text.append("# ")
                    .append(problem.origin())
                    .append(' ')
                    .append(oneLine(why))
                    .append('\n');
        }
        return text.append(String.join(" ", words(call))).append('\n').toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<String> words(ScriptCall call) {
        boolean aboutAccounts = LegacyCommands.isAboutAccounts(call.command());
        String placeholder = "--" + passwordFile(aboutAccounts) + PLACEHOLDER_FILE;
        List<String> words = new ArrayList<>();
        boolean password = false;
        for (Token token : call.tokens()) {
            Typed typed = Typed.of(token.text());
            if (password) {
                password = false;
            } else if (token.text().startsWith(SHORT_PASSWORD)) {
                words.add(aboutAccounts ? placeholder : LEFT_OUT);
                password = token.text().equals(SHORT_PASSWORD);
            } else if (isPasswordOfAdministrator(typed.name(), passwordFile(aboutAccounts))) {
                words.add(placeholder);
                password = typed.value().isEmpty();
            } else {
                words.add(mayHoldOne(token, typed) ? LEFT_OUT : token.raw());
            }
        }
        return words;
    }

    private static String passwordFile(boolean aboutAccounts) {
        return (aboutAccounts ? AccountOptions.ADMIN_PASSWORD : CommandModel.ADMIN_PASSWORD) + "-file";
    }

    /** However it is misspelt; a file that holds it may be named. */
    private static boolean isPasswordOfAdministrator(String option, String file) {
        String name = option.toLowerCase(Locale.ROOT);
        return name.startsWith("admin") && !name.equals(CommandModel.ADMIN_USER) && !name.equals(file);
    }

    /** A call within a word, such as what {@code su -c} gets, or the rest of a file behind an open quote. */
    private static boolean mayHoldOne(Token token, Typed typed) {
        return token.raw().isEmpty()
                || !typed.isOption() && token.text().toLowerCase(Locale.ROOT).contains("adminpass");
    }
}
