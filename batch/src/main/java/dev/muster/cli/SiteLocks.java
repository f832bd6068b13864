package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.config.StateSettings;
import dev.muster.ledger.SiteLock;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Where a site's import lock is: on the groupware's server, so that two hosts cannot import into one site. */
final class SiteLocks {
    private SiteLocks() {}

    /** @throws RefusalException if another import holds it */
    static SiteLock take(Configuration configuration) {
        try {
            return open(configuration)
                    .orElseThrow(() -> new RefusalException(
                            ExitStatus.LOCKED,
                            "Another import is at work on this site. Wait for it; muster status shows it."));
        } catch (SQLException | IOException away) {
            throw new RefusalException(
                    ExitStatus.UNAVAILABLE, "The site lock cannot be taken: " + away.getMessage() + ".");
        }
    }

    private static Optional<SiteLock> open(Configuration configuration) throws SQLException, IOException {
        StateSettings state = configuration.state();
        boolean groupwareOnServer = configuration
                .groupware()
                .filter(settings -> settings.url().startsWith("jdbc:mariadb:"))
                .isPresent();
        if (groupwareOnServer) {
            return onServer(configuration
                    .groupware()
                    .map(settings -> new StateSettings(settings.url(), settings.user(), settings.password()))
                    .orElse(state));
        }
        if (state.onMariaDb()) {
            return onServer(state);
        }
        return SiteLock.onFile(Path.of(configuration.file().toAbsolutePath() + ".lock"));
    }

    private static Optional<SiteLock> onServer(StateSettings where) throws SQLException {
        Connection connection = DriverManager.getConnection(
                where.url(), where.user(), where.password().reveal());
        return SiteLock.onServer(connection);
    }
}
