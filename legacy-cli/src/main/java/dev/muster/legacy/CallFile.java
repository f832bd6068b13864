package dev.muster.legacy;

import dev.muster.legacy.script.ScriptCall;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.site.RefusalException;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of a file, as far as they can be understood without asking anybody.
 *
 * @param name the file's name
 * @param source every call, faulty ones too
 * @param understood those that are calls of ours, in their order
 * @param problems the others, and why
 */
record CallFile(String name, List<ScriptCall> source, List<ReplayCall> understood, List<Problem> problems) {
    /** Nobody is there to be asked, and nothing is shown. */
    private static final Surroundings NOBODY = new Surroundings(
            new BufferedReader(new StringReader("")),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            question -> Optional.empty());

    static CallFile of(String name, List<ScriptCall> source) {
        List<ReplayCall> understood = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ScriptCall each : source) {
            Origin origin = new Origin(name, each.line(), each.ordinal());
            try {
                understood.add(understand(each));
            } catch (RefusalException | AccountRefusal refused) {
                problems.add(problem(origin, Verdict.of(each.command(), refused)));
            }
        }
        return new CallFile(name, source, List.copyOf(understood), List.copyOf(problems));
    }

    Origin origin(ReplayCall call) {
        return new Origin(name, call.source().line(), call.ordinal());
    }

    /** @throws RuntimeException that {@link Verdict} understands */
    static ReplayCall withSecrets(ReplayCall call) {
        if (call.asksForHelp()) {
            return call;
        }
        return new ReplayCall(call.source(), call.command(), call.command().whole(call.call(), NOBODY));
    }

    static Problem problem(Origin origin, Verdict verdict) {
        return new Problem(
                origin,
                verdict.code(),
                "",
                verdict.message(),
                "Alone the call ends with exit status " + verdict.status() + ".");
    }

    private static ReplayCall understand(ScriptCall source) {
        if (!source.fault().isEmpty()) {
            throw Call.misused(source.fault() + " Write the call out as it is to be carried out.");
        }
        LegacyCommand command = LegacyCommands.find(source.command())
                .orElseThrow(() -> Call.misused("This is no call of an old command, and nothing else is carried out."
                        + " legacy-cli/README.md lists them."));
        if (source.arguments().isEmpty()) {
            throw Call.misused("The call has no options. " + source.command() + " --help shows them.");
        }
        if (command.asksForHelp(source.arguments())) {
            return new ReplayCall(source, command, CallReading.parsed(command, List.of()));
        }
        Call call = command.parsed(source.arguments());
        requireNobodyIsAsked(call);
        return new ReplayCall(source, command, call);
    }

    private static void requireNobodyIsAsked(Call call) {
        if (call.has(CommandModel.CONFIG)) {
            throw Call.misused("--config: all calls of a file go to the site of the import. Leave it out.");
        }
        call.model().options().stream().filter(Option::isSecret).forEach(option -> {
            boolean asks = call.secret(option.name())
                            .filter(secret -> secret.reveal().equals("-"))
                            .isPresent()
                    || call.value(option.file().name()).filter("-"::equals).isPresent();
            if (asks) {
                throw Call.misused("--" + option.name() + ": a replay reads no standard input. Give a file with --"
                        + option.file().name() + ".");
            }
        });
    }
}
