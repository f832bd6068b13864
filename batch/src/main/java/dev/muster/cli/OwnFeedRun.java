package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.job.Ending;
import dev.muster.job.Progress;
import dev.muster.job.StopSwitch;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import dev.muster.site.FeedDoor;
import dev.muster.site.FeedDoor.OwnFeed;
import dev.muster.site.RefusalException;
import java.nio.file.Path;

/** Runs a feed that knows by itself how it is carried out. */
final class OwnFeedRun {
    private static final int CONNECTIONS = 2;
    private final Configuration configuration;
    private final boolean json;

    OwnFeedRun(Configuration configuration, boolean json) {
        this.configuration = configuration;
        this.json = json;
    }

    /** Whether the name is that of such a format. */
    static boolean isFormat(String format) {
        return format.equals("legacy") || FeedDoor.find(format).isPresent();
    }

    /** Begins a run. */
    int begin(String format, Path file) {
        OwnFeed feed = open(format, file);
        try (SiteLock lock = SiteLocks.take(configuration);
                StateStore state = StateStore.open(configuration.state(), CONNECTIONS)) {
            NewRun wanted =
                    new NewRun(file, feed.digest(), format, Choices.none().text());
            return carryOut(wanted.enter(configuration, state.ledger()), feed, state.ledger(), lock);
        }
    }

    /** Goes on with one. */
    int resume(Run run, SiteLock lock) {
        OwnFeed feed = open(run.format(), Path.of(run.feed()));
        ResumeCommand.requireSame(run, feed.digest());
        try (StateStore state = StateStore.open(configuration.state(), CONNECTIONS)) {
            state.ledger().runs().running(run.id(), Whereabouts.text());
            return carryOut(run, feed, state.ledger(), lock);
        }
    }

    private int carryOut(Run run, OwnFeed feed, Ledger ledger, SiteLock lock) {
        RunFrame frame = new RunFrame(configuration, ledger, run, feed, lock, json);
        return new ImportRun(
                        frame, (stop, progress, report) -> carryOut(frame, feed, new Watch(stop, progress), report))
                .call();
    }

    private static Ending carryOut(RunFrame frame, OwnFeed feed, Watch watch, Runnable report) {
        try {
            if (!feed.carryOut(frame.run(), frame.ledger(), watch)) {
                return new Ending.Stopped();
            }
            report.run();
            return new Ending.Complete();
        } catch (RuntimeException broken) {
            return new Ending.Broken(broken);
        }
    }

    private OwnFeed open(String format, Path file) {
        return FeedDoor.find(format)
                .orElseThrow(() -> new RefusalException(
                        ExitStatus.CONFIGURATION,
                        "Feeds of the format " + format
                                + " are read by legacy-cli, whose muster-legacy.jar is not on the"
                                + " class path. Build or install the folder legacy-cli beside this one."))
                .open(file, configuration);
    }

    private record Watch(StopSwitch stop, Progress progress) implements FeedDoor.Watch {
        @Override
        public boolean stopped() {
            return stop.thrown();
        }

        @Override
        public void begin(FeedDoor.Part part, long toDo) {
            progress.begin(part == FeedDoor.Part.CHECK ? Progress.Phase.CHECK : Progress.Phase.APPLY, toDo);
        }

        @Override
        public void advance(long count, long bad) {
            progress.advance(count, bad);
        }
    }
}
