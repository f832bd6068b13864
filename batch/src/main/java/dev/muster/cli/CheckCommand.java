package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.CheckResult;
import dev.muster.input.Feed;
import dev.muster.input.FeedCheck;
import dev.muster.input.FeedSettings;
import dev.muster.ledger.Run;
import dev.muster.model.Field;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.report.ProblemJson;
import dev.muster.site.RefusalException;
import dev.muster.template.Templates;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code muster check FEED}: every problem of a feed in one pass, without asking any server; only an unattended check looks
 * into the state store, for how the last good feed was written down.
 */
@Command(
        name = "check",
        description = "Reads a feed and lists every problem; asks no server and writes nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private FeedOptions feedOptions = new FeedOptions();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        Templates templates = Templates.load(configuration.templates());
        FeedSettings settings = feedOptions.settings(configuration, templates, CheckCommand::takenOnTrust);
        Feed feed = feedOptions.open(
                settings, settings.format().unattended() ? remembered(configuration) : Optional.empty());
        System.err.println(FeedIntroduction.of(feed));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        CheckResult result = new FeedCheck(note -> System.err.println(note))
                .run(feed, problem -> out.println(common.json() ? ProblemJson.of(problem) : problem));
        out.println(common.json() ? json(result) : text(result));
        out.flush();
        return FeedVerdict.of(configuration, result.rows(), result.rejected()).number();
    }

    /** A state store that is not there is no reason not to check: the settings may say it all. */
    private static Optional<String> remembered(Configuration configuration) {
        try (StateStore state = StateStore.openForReading(configuration.state())) {
            return state.ledger().runs().lastGood(configuration.source()).map(Run::format);
        } catch (RefusalException away) {
            System.err.println("How the last good feed was written down is not known. " + away.getMessage());
            return Optional.empty();
        }
    }

    private static String json(CheckResult result) {
        return "{\"rows\":%d,\"rejected\":%d,\"complete\":%b}"
                .formatted(result.rows(), result.rejected(), result.complete());
    }

    private static String text(CheckResult result) {
        return "%d rows: %d good, %d with problems."
                .formatted(result.rows(), result.rows() - result.rejected(), result.rejected());
    }

    /** A check asks nobody: whether the password of a rejected row is still there, the import finds out. */
    private static Password takenOnTrust(String run, long line, Field field) {
        return new Password.Clear(Secret.of("in run " + run));
    }
}
