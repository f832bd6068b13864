package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedSettings;
import dev.muster.ledger.Run;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster import FEED}: check, plan, apply, report. */
@Command(
        name = "import",
        description = "Brings the people of a feed into directory, groupware and mail.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private FeedOptions feedOptions = new FeedOptions();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TARGET",
            description = "Write these targets only: ldap, groupware, imap.")
    private List<String> only = List.of();

    @Option(
            names = "--adopt",
            split = ",",
            paramLabel = "FIELD",
            description =
                    "Take over what is not ours: username = people who exist, mailbox = kept ones of deleted people.")
    private List<String> adopt = List.of();

    @Option(names = "--dry-run", description = "Plan only, and write nothing anywhere.")
    private boolean dryRun;

    @Option(names = "--detailed-exitcode", description = "With --dry-run: exit 6 when there is something to do.")
    private boolean detailed;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        Choices choices = Choices.of(only, adopt, feedOptions.leniency());
        Optional<String> own = feedOptions.ownFormat();
        if (own.isPresent()) {
            requirePlain();
            return new OwnFeedRun(configuration, common.json()).begin(own.get(), feedOptions.file());
        }
        if (dryRun) {
            return new DryRun(common, feedOptions, choices, detailed).call();
        }
        try (SiteLock lock = SiteLocks.take(configuration);
                Site site = Site.open(configuration, choices)) {
            FeedSettings settings = feedOptions.settings(configuration, site.templates(), site.passwords());
            Feed feed = feedOptions.open(settings, site.remembered());
            System.err.println(FeedIntroduction.of(feed));
            Run run = site.begin(feedOptions.file(), feed, choices);
            RunFrame frame = new RunFrame(configuration, site.state().ledger(), run, feed, lock, common.json());
            return new ImportRun(frame, new ImportWork(site, run, feed)).call();
        }
    }

    private void requirePlain() {
        if (dryRun || !only.isEmpty() || !adopt.isEmpty()) {
            throw new RefusalException(
                    ExitStatus.USAGE,
                    "--only, --adopt and --dry-run are for feeds of people; calls say themselves what they do.");
        }
    }
}
