package dev.muster.target.groupware;

import static java.util.Map.entry;

import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** The one place that knows the error numbers of MariaDB (and those of H2, which the embedded servers use). */
final class SqlErrors {
    private static final Map<Integer, ErrorCode> CODES = Map.ofEntries(
            entry(1044, ErrorCode.CREDENTIALS_REFUSED), // no right to the schema
            entry(1045, ErrorCode.CREDENTIALS_REFUSED), // user or password
            entry(1142, ErrorCode.CREDENTIALS_REFUSED), // no right to the table
            entry(1143, ErrorCode.CREDENTIALS_REFUSED), // no right to the column
            entry(1698, ErrorCode.CREDENTIALS_REFUSED), // user may not come in this way
            entry(28000, ErrorCode.CREDENTIALS_REFUSED), // H2: user or password
            entry(1049, ErrorCode.CONFIGURATION_INVALID), // no such schema
            entry(1054, ErrorCode.CONFIGURATION_INVALID), // no such column
            entry(1146, ErrorCode.CONFIGURATION_INVALID), // no such table
            entry(42102, ErrorCode.CONFIGURATION_INVALID), // H2: no such table
            entry(42104, ErrorCode.CONFIGURATION_INVALID), // H2: no such table in an empty database
            entry(42122, ErrorCode.CONFIGURATION_INVALID), // H2: no such column
            entry(90146, ErrorCode.CONFIGURATION_INVALID), // H2: no such database
            entry(1020, ErrorCode.GROUPWARE_UNAVAILABLE), // row changed since it was read
            entry(1021, ErrorCode.GROUPWARE_UNAVAILABLE), // disk full
            entry(1040, ErrorCode.GROUPWARE_UNAVAILABLE), // too many connections
            entry(1053, ErrorCode.GROUPWARE_UNAVAILABLE), // server is shutting down
            entry(1114, ErrorCode.GROUPWARE_UNAVAILABLE), // table full
            entry(1205, ErrorCode.GROUPWARE_UNAVAILABLE), // lock wait
            entry(1213, ErrorCode.GROUPWARE_UNAVAILABLE), // deadlock
            entry(1290, ErrorCode.GROUPWARE_UNAVAILABLE), // server is read-only
            entry(1836, ErrorCode.GROUPWARE_UNAVAILABLE), // server is read-only
            entry(1927, ErrorCode.GROUPWARE_UNAVAILABLE), // connection killed
            entry(2006, ErrorCode.GROUPWARE_UNAVAILABLE), // server gone
            entry(2013, ErrorCode.GROUPWARE_UNAVAILABLE), // connection lost
            entry(40001, ErrorCode.GROUPWARE_UNAVAILABLE), // H2: deadlock
            entry(50200, ErrorCode.GROUPWARE_UNAVAILABLE), // H2: lock wait
            entry(90067, ErrorCode.GROUPWARE_UNAVAILABLE), // H2: connection broken
            entry(90098, ErrorCode.GROUPWARE_UNAVAILABLE), // H2: database closed
            entry(90131, ErrorCode.GROUPWARE_UNAVAILABLE), // H2: row changed meanwhile
            entry(1062, ErrorCode.GROUPWARE_EXISTS), // duplicate key
            entry(23505, ErrorCode.GROUPWARE_EXISTS)); // H2: duplicate key

    private static final Map<ErrorCode, String> ADVICE = Map.of(
            ErrorCode.CREDENTIALS_REFUSED, "Check groupware.user, its password and its rights.",
            ErrorCode.CONFIGURATION_INVALID, "Check groupware.url: it names the payload schema of the context.",
            ErrorCode.GROUPWARE_UNAVAILABLE, "Look at the database server, then resume.");

    /** What goes away by itself within seconds, or with a new connection. */
    private static final Set<Integer> PASSING = Set.of(1020, 1040, 1205, 1213, 1927, 2006, 2013, 40001, 50200, 90131);

    private static final Set<Integer> DUPLICATE = Set.of(1062, 23505);

    private SqlErrors() {}

    /** Whether the statement ran into another row with the same key. */
    static boolean isDuplicate(SQLException failure) {
        return DUPLICATE.contains(failure.getErrorCode());
    }

    /** Whether the same work may succeed when it is tried again. */
    static boolean isPassing(SQLException failure) {
        return isConnection(failure) || PASSING.contains(failure.getErrorCode());
    }

    /** Whether the failure is about what was to be written, so that other rows may go on. */
    static boolean concernsRow(SQLException failure) {
        ErrorCode code = code(failure);
        return code == ErrorCode.GROUPWARE_EXISTS || code == ErrorCode.GROUPWARE_REFUSED;
    }

    /** The failure of a whole target. */
    static TargetException exception(SQLException failure, String attempted, String place) {
        ErrorCode code = code(failure);
        String advice = ADVICE.getOrDefault(code, "Look at the database server.");
        return new TargetException(
                TargetName.GROUPWARE,
                code,
                attempted + " at " + place + " failed: " + answer(failure) + ". " + advice,
                failure);
    }

    /** The failure of one person. */
    static Problem problem(SQLException failure, TargetPlan plan) {
        return problem(failure, plan.origin(), plan.key());
    }

    /** The failure of one object. */
    static Problem problem(SQLException failure, Origin origin, ObjectKey key) {
        return problem(failure, origin, key.toString());
    }

    /** @param object as it stands in the middle of a sentence */
    static Problem problem(SQLException failure, Origin origin, String object) {
        String suggestion = code(failure) == ErrorCode.GROUPWARE_EXISTS
                ? "Something else has the same key; look it up before you import the row again."
                : "Correct the value and import the row again.";
        String reason = "Writing the groupware rows of " + object + " was refused: " + answer(failure) + ".";
        return new Problem(origin, code(failure), "", reason, suggestion);
    }

    private static ErrorCode code(SQLException failure) {
        if (isConnection(failure)) {
            return CODES.getOrDefault(failure.getErrorCode(), ErrorCode.GROUPWARE_UNAVAILABLE);
        }
        return CODES.getOrDefault(failure.getErrorCode(), ErrorCode.GROUPWARE_REFUSED);
    }

    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith("08");
    }

    private static String answer(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return failure.getErrorCode() + " " + message.replaceFirst("^\\(conn=\\d+\\) ", "");
    }
}
