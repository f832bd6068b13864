package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.config.StateSettings;
import dev.muster.ledger.Run;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.groupware.GroupwareSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Where a site's import lock is: on the groupware's server, so that two hosts cannot import into one site. */
final class SiteLocks {
    private SiteLocks() {}

    /** @throws RefusalException if another import holds it */
    static SiteLock take(Configuration configuration) {
        try {
            SiteLock.Attempt attempt = attempt(configuration);
            if (attempt instanceof SiteLock.Attempt.Taken taken) {
                return taken.lock();
            }
            String holder = ((SiteLock.Attempt.Held) attempt).who();
            throw new RefusalException(
                    ExitStatus.LOCKED,
                    "Another import is at work on this site: " + holder + running(configuration)
                            + ". Wait for it; muster status shows it.");
        } catch (SQLException | IOException away) {
            throw new RefusalException(
                    Refusal.unopened(away),
                    "The site lock cannot be taken: " + away.getMessage()
                            + ". Look at the server and at the sections groupware and state of " + configuration.file()
                            + ".");
        }
    }

    /** The newest run, where its import shares our state store and that can be asked. */
    private static String running(Configuration configuration) {
        if (!configuration.state().onMariaDb()) {
            return "";
        }
        try (StateStore state = StateStore.openForReading(configuration.state())) {
            return state.ledger()
                    .runs()
                    .newest()
                    .filter(run -> run.state() == Run.State.RUNNING)
                    .map(run -> "; run " + run.id() + ", since " + StatusCommand.time(run.startedAt()) + ", by "
                            + run.begunBy())
                    .orElse("");
        }
    }

    private static SiteLock.Attempt attempt(Configuration configuration) throws SQLException, IOException {
        StateSettings state = configuration.state();
        Optional<GroupwareSettings> onServer =
                configuration.groupware().filter(settings -> settings.url().startsWith("jdbc:mariadb:"));
        if (onServer.isPresent()) {
            return onServer(
                    onServer.map(settings -> new StateSettings(settings.url(), settings.user(), settings.password()))
                            .orElse(state));
        }
        return state.onMariaDb()
                ? onServer(state)
                : SiteLock.onFile(
                        Path.of(configuration.file().toAbsolutePath() + ".lock"),
                        Whereabouts.text() + ", since " + Instant.now());
    }

    private static SiteLock.Attempt onServer(StateSettings where) throws SQLException {
        Connection connection = DriverManager.getConnection(
                where.url(), where.user(), where.password().reveal());
        return SiteLock.onServer(connection);
    }
}
