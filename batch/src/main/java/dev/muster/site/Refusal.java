package dev.muster.site;

import dev.muster.config.ConfigurationException;
import dev.muster.input.FeedException;
import dev.muster.ledger.StoreVersionException;
import dev.muster.model.ErrorCode;
import dev.muster.target.TargetException;
import dev.muster.template.TemplateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/**
 * What stopped a command, in words and as an exit status.
 *
 * @param status what the process ends with
 * @param message for the administrator; carries no secret
 */
public record Refusal(ExitStatus status, String message) {
    /** MariaDB's errors 1044 and 1049, which share their SQLState with others. */
    private static final int NO_RIGHT_TO_SCHEMA = 1044;

    private static final int NO_SUCH_SCHEMA = 1049;

    /** Looks through an exception and its causes for one that says whose move it is. */
    public static Refusal of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof TargetException target) {
                return new Refusal(status(target.code()), String.valueOf(target.getMessage()));
            }
            if (each instanceof ConfigurationException
                    || each instanceof TemplateException
                    || each instanceof StoreVersionException) {
                return new Refusal(ExitStatus.CONFIGURATION, String.valueOf(each.getMessage()));
            }
            if (each instanceof FeedException feed) {
                return new Refusal(feedStatus(feed.code()), String.valueOf(feed.getMessage()));
            }
            if (each instanceof SQLTransientConnectionException || each instanceof SQLNonTransientConnectionException) {
                return storeLost(each);
            }
            if (each instanceof RefusalException refused) {
                return refused.refusal();
            }
        }
        return new Refusal(
                ExitStatus.UNEXPECTED, "Unexpected: " + thrown + ". This is a fault of Muster; --verbose shows where.");
    }

    /** The state store went away; what was begun can be resumed. */
    public static Refusal storeLost(Throwable how) {
        return new Refusal(
                ExitStatus.UNAVAILABLE,
                "The connection to the state store is lost: " + how.getMessage()
                        + ". Look at the server that the section state of the configuration names, then resume.");
    }

    /** What it means that a database did not let us in: credentials, a schema that is not there, or a server away. */
    public static ExitStatus unopened(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException refused) {
                String state = String.valueOf(refused.getSQLState());
                if (state.startsWith("28") || refused.getErrorCode() == NO_RIGHT_TO_SCHEMA) {
                    return ExitStatus.CREDENTIALS;
                }
                if (refused.getErrorCode() == NO_SUCH_SCHEMA) {
                    return ExitStatus.CONFIGURATION;
                }
            }
        }
        return ExitStatus.UNAVAILABLE;
    }

    /** What a command ends with that could do nothing because of this. */
    public static ExitStatus status(ErrorCode code) {
        return switch (code.errorClass()) {
            case UNAVAILABLE -> ExitStatus.UNAVAILABLE;
            case CONFIGURATION ->
                code == ErrorCode.CREDENTIALS_REFUSED ? ExitStatus.CREDENTIALS : ExitStatus.CONFIGURATION;
            case CONFLICT -> ExitStatus.CONFLICT;
            case FEED -> ExitStatus.USAGE;
            case REFUSED, INTERNAL -> ExitStatus.UNEXPECTED;
        };
    }

    private static ExitStatus feedStatus(ErrorCode code) {
        return code == ErrorCode.FEED_FORMAT_UNKNOWN ? ExitStatus.GUARD : ExitStatus.INPUT_UNREADABLE;
    }
}
