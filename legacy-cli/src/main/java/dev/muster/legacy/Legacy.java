package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frame of all old commands: from an argument list to an exit status. */
public final class Legacy {
    /** Where the launcher puts command and arguments, each ended by a NUL, so that no process list shows them. */
    private static final Path ARGUMENTS = Path.of("/dev/fd/3");

    private static final String LAUNCHER = "launch";

    private final LegacyCommand command;
    private final Surroundings surroundings;

    private Legacy(LegacyCommand command, Surroundings surroundings) {
        this.command = command;
        this.surroundings = surroundings;
    }

    /** @param arguments the command's name and its arguments; none: both come through file descriptor 3 */
    public static void main(String[] arguments) throws IOException {
        List<String> words = arguments.length == 0 ? fromLauncher() : List.of(arguments);
        int status = run(words, Surroundings.ofProcess());
        System.out.flush();
        // Idle connections and daemon threads end with the process.
        Runtime.getRuntime().halt(status);
    }

    /** Runs one call and answers its exit status. */
    static int run(List<String> words, Surroundings surroundings) {
        String name = words.isEmpty() ? "" : words.get(0);
        if (name.equals(LAUNCHER)) {
            return describe(words.subList(1, words.size()), surroundings).number();
        }
        Optional<LegacyCommand> found = LegacyCommands.find(name);
        if (found.isEmpty()) {
            surroundings.err().println("There is no command '" + name + "'. legacy-cli/README.md lists them.");
            return ExitStatus.USAGE.number();
        }
        if (found.get() instanceof AccountCommand account) {
            return new AccountFrame(account, surroundings).run(words.subList(1, words.size()));
        }
        return new Legacy(found.get(), surroundings)
                .run(words.subList(1, words.size()))
                .number();
    }

    /** The launcher itself has nothing to do but to tell of the commands. */
    private static ExitStatus describe(List<String> words, Surroundings surroundings) {
        if (words.equals(List.of("--completion"))) {
            surroundings.out().print(ShellCompletion.ofAll());
            return ExitStatus.DONE;
        }
        Optional<LegacyCommand> manual = words.size() == 2 && words.get(0).equals("--manual")
                ? LegacyCommands.find(words.get(1))
                : Optional.empty();
        manual.ifPresentOrElse(
                found -> surroundings.out().print(ManualPage.of(found.model())),
                () -> surroundings.err().println("Usage: launch --manual COMMAND, or launch --completion."));
        return manual.isPresent() ? ExitStatus.DONE : ExitStatus.USAGE;
    }

    private ExitStatus run(List<String> arguments) {
        if (CallParser.asksForHelp(arguments)) {
            surroundings.out().print(HelpText.help(command.model()));
            return ExitStatus.DONE;
        }
        if (arguments.isEmpty()) {
            surroundings.out().print(HelpText.options(command.model()));
            return ExitStatus.USAGE;
        }
        try {
            surroundings.out().println(answer(arguments));
            return ExitStatus.DONE;
        } catch (RuntimeException thrown) {
            return refused(thrown, arguments);
        }
    }

    private String answer(List<String> arguments) {
        Call call = CallReading.parsed(command, arguments);
        call.remarks().forEach(this::remark);
        Call whole = CallReading.whole(command, call, surroundings);
        Configuration configuration = configuration(whole);
        Sites sites = new SiteInAdvance(configuration, command);
        new Administrators(configuration).require(whole.text(CommandModel.ADMIN_USER), command.password(whole));
        return command.run(whole, sites);
    }

    private static Configuration configuration(Call call) {
        try {
            return Configuration.load(call.value(CommandModel.CONFIG).map(Path::of));
        } catch (IllegalArgumentException noPath) {
            throw Call.misused("--" + CommandModel.CONFIG + " names no file: " + noPath.getMessage() + ".");
        }
    }

    private void remark(String text) {
        surroundings.err().println(command.model().name() + ": " + text);
    }

    private ExitStatus refused(RuntimeException thrown, List<String> arguments) {
        Refusal refusal = Refusal.of(thrown);
        remark(refusal.message());
        boolean verbose =
                arguments.stream().anyMatch(each -> Typed.of(each).name().equals(CommandModel.VERBOSE));
        if (verbose && !(thrown instanceof RefusalException)) {
            thrown.printStackTrace(surroundings.err());
        }
        return refusal.status();
    }

    private static List<String> fromLauncher() throws IOException {
        String all = new String(Files.readAllBytes(ARGUMENTS), StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int end = all.indexOf('\0'); end >= 0; end = all.indexOf('\0', from)) {
            words.add(all.substring(from, end));
            from = end + 1;
        }
        return words;
    }
}
