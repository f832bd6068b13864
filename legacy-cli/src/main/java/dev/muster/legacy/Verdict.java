package dev.muster.legacy;

import dev.muster.model.ErrorCode;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;

/**
 * Why a call of a file is not done.
 *
 * @param code as reports name it
 * @param status what the call ends with alone
 * @param message for the administrator; carries no secret
 */
record Verdict(ErrorCode code, int status, String message) {
    /** What this exception means for a call of that command. */
    static Verdict of(String command, RuntimeException thrown) {
        if (LegacyCommands.isAboutAccounts(command)) {
            AccountRefusal refusal = AccountFrame.refusal(thrown);
            return new Verdict(code(refusal.exit()), refusal.exit().number(), String.valueOf(refusal.getMessage()));
        }
        Refusal refusal = Refusal.of(thrown);
        return new Verdict(code(refusal.status()), refusal.status().number(), refusal.message());
    }

    boolean is(ExitStatus other) {
        return status == other.number();
    }

    private static ErrorCode code(ExitStatus status) {
        return switch (status) {
            case USAGE -> ErrorCode.CALL_INVALID;
            case CONFLICT -> ErrorCode.CALL_CONFLICT;
            case CREDENTIALS -> ErrorCode.CREDENTIALS_REFUSED;
            case CONFIGURATION -> ErrorCode.CONFIGURATION_INVALID;
            case UNAVAILABLE -> ErrorCode.CALL_UNAVAILABLE;
            default -> ErrorCode.INTERNAL;
        };
    }

    private static ErrorCode code(AccountExit exit) {
        return switch (exit) {
            case GENERAL, INVALID_DATA, MISSING_OPTION, ILLEGAL_VALUE, UNKNOWN_OPTION -> ErrorCode.CALL_INVALID;
            case CREDENTIALS -> ErrorCode.CREDENTIALS_REFUSED;
            case CONNECTION -> ErrorCode.CALL_UNAVAILABLE;
            case NO_SUCH_CONTEXT, STORAGE, NO_SUCH_USER -> ErrorCode.CALL_CONFLICT;
        };
    }
}
