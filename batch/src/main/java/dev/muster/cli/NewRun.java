package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that is to be entered into the ledger.
 *
 * @param feed the feed's absolute path
 * @param digest SHA-256 of the feed
 * @param format the feed's format in its text form
 * @param options what the command line decided, in its text form
 */
record NewRun(Path feed, String digest, String format, String options) {
    /** @throws RefusalException if the state store belongs to another site */
    Run enter(Configuration configuration, Ledger ledger) {
        SiteIdentity own = SiteIdentity.of(configuration);
        requireOwnStore(configuration, ledger, own);
        Run run = new Run(
                0,
                configuration.source(),
                feed.toString(),
                digest,
                format,
                options,
                Run.State.RUNNING,
                System.currentTimeMillis(),
                0,
                0,
                0,
                true,
                own.text(),
                Whereabouts.text());
        return ledger.runs().begin(run);
    }

    private static void requireOwnStore(Configuration configuration, Ledger ledger, SiteIdentity own) {
        Optional<Run> last = ledger.runs().newest();
        if (last.filter(run -> SiteIdentity.parse(run.site()).contradicts(own)).isPresent()) {
            throw new RefusalException(
                    ExitStatus.CONFIGURATION,
                    "The state store " + configuration.state().url() + " belongs to another site ("
                            + last.map(Run::site).orElse("").replace("\n", ", ")
                            + "), and what is claimed there means nothing in this one ("
                            + own.text().replace("\n", ", ") + "). Give this site a state store of its own.");
        }
    }
}
