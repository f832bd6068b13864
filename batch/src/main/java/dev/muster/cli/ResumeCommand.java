package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedFormat;
import dev.muster.input.FeedSettings;
import dev.muster.input.FormatChoice;
import dev.muster.input.ValueRules;
import dev.muster.ledger.Run;
import dev.muster.ledger.RunTable;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster resume [RUN]}: goes on where a run was stopped or killed. */
@Command(
        name = "resume",
        description = "Goes on with a run that was stopped or killed; without a number, with the newest run.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run's number, as muster status shows it.")
    private @Nullable Long number;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (SiteLock lock = SiteLocks.take(configuration)) {
            Run run = find(configuration);
            if (!run.unfinished()) {
                System.err.println("Run " + run.id() + " is done; there is nothing to resume.");
                return run.exitStatus();
            }
            if (OwnFeedRun.isFormat(run.format())) {
                return new OwnFeedRun(configuration, common.json()).resume(run, lock);
            }
            try (Site site = Site.open(configuration, Choices.parse(run.options()))) {
                Feed feed = reopen(configuration, site, run);
                site.state().ledger().runs().running(run.id(), Whereabouts.text());
                RunFrame frame = new RunFrame(configuration, site.state().ledger(), run, feed, lock, common.json());
                return new ImportRun(frame, new ImportWork(site, run, feed)).call();
            }
        }
    }

    private Run find(Configuration configuration) {
        try (StateStore state = StateStore.openForReading(configuration.state())) {
            RunTable runs = state.ledger().runs();
            Optional<Run> run = number == null ? runs.newest() : runs.find(number);
            return run.orElseThrow(() -> new RefusalException(
                    ExitStatus.CONFLICT,
                    number == null ? "There is no run to resume." : "There is no run " + number + "."));
        }
    }

    /** The very feed that the run began with, or none. */
    private static Feed reopen(Configuration configuration, Site site, Run run) {
        FeedSettings settings = FeedOptions.unopted(configuration, site.templates(), site.passwords())
                .withFormat(FormatChoice.of(FeedFormat.parse(run.format())));
        ValueRules rules = Choices.parse(run.options()).leniency().over(settings.values());
        Feed feed = Feed.open(Path.of(run.feed()), settings.withValues(rules));
        requireSame(run, feed.digest());
        return feed;
    }

    static void requireSame(Run run, String digest) {
        if (!digest.equals(run.digest())) {
            throw new RefusalException(
                    ExitStatus.INPUT_UNREADABLE,
                    "The feed " + run.feed() + " is not the one that run " + run.id()
                            + " began with. Put that one back, or import the new one: nobody is made twice.");
        }
    }
}
