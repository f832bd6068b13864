package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.config.RunSettings;
import dev.muster.guard.FeedGuard;
import dev.muster.site.ExitStatus;
import java.util.Optional;

/** What a command that writes nothing ends with: as the import of the same feed would, by the same guard. */
final class FeedVerdict {
    private FeedVerdict() {}

    static FeedGuard guard(Configuration configuration) {
        RunSettings settings = configuration.run();
        return new FeedGuard(settings.rejectedPercent(), settings.rejectedFrom());
    }

    /** Says on standard error what stands in the feed's way, if anything does. */
    static ExitStatus of(Configuration configuration, long rows, long rejected) {
        Optional<String> objection = guard(configuration).objection(rows, rejected);
        objection.ifPresent(message -> System.err.println("muster: " + message));
        if (objection.isPresent()) {
            return ExitStatus.GUARD;
        }
        return rejected == 0 ? ExitStatus.DONE : ExitStatus.SOME_ROWS_BAD;
    }
}
