package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands password cells. Nothing here ever repeats a password in a reason. */
final class Passwords {
    private static final Pattern REFERENCE = Pattern.compile("@run:(.+):line:(\\d{1,18})(?::([a-z-]+))?");
    private static final Pattern HASH = Pattern.compile("\\{[A-Za-z0-9.-]+\\}.*");
    private static final Pattern EMPTY_HASH = Pattern.compile("\\{[A-Za-z0-9.-]+\\}\\s*");

    private Passwords() {}

    static String reference(String run, long line, Field field) {
        String reference = "@run:" + run + ":line:" + line;
        return field.equals(Field.PASSWORD) ? reference : reference + ":" + field;
    }

    static boolean isReference(String cell) {
        return REFERENCE.matcher(cell).matches();
    }

    /** What a cell says: a hash in braces, a reference to an earlier run, or the password itself. */
    static Password read(String cell, PasswordReferences references) {
        Matcher reference = REFERENCE.matcher(cell);
        if (reference.matches()) {
            Field named = Optional.ofNullable(reference.group(3)).map(Field::of).orElse(Field.PASSWORD);
            return references.resolve(reference.group(1), Long.parseLong(reference.group(2)), named);
        }
        Secret secret = Secret.of(cell);
        return HASH.matcher(cell).matches() ? new Password.Hashed(secret) : new Password.Clear(secret);
    }

    /** What is wrong with a cell that is not blank. */
    static Optional<ValueCheck.Invalid> fault(String cell, FeedSettings settings) {
        if (cell.strip().equals(settings.columns().clearingToken())) {
            return fault(ErrorCode.PASSWORD_EMPTY, "A password cannot be cleared.", "Leave the cell empty to keep it.");
        }
        if (EMPTY_HASH.matcher(cell).matches()) {
            return fault(
                    ErrorCode.PASSWORD_EMPTY,
                    "The scheme of a password hash stands there without a hash.",
                    "Give the whole hash, or leave the cell empty.");
        }
        if (Text.unreadable(cell, false)) {
            return fault(
                    ErrorCode.CHARACTER_INVALID,
                    "The password holds bytes that are no text, or control characters.",
                    "Check the feed's charset and give the password anew.");
        }
        return unresolved(cell, settings.values().references());
    }

    private static Optional<ValueCheck.Invalid> unresolved(String cell, PasswordReferences references) {
        if (REFERENCE.matcher(cell).matches() && read(cell, references) instanceof Password.Keep) {
            return fault(
                    ErrorCode.PASSWORD_REFERENCE_UNKNOWN,
                    "The password is in an earlier run's feed, and that feed or line is no longer there.",
                    "Put the earlier feed back to its place, or write the password into the cell.");
        }
        return Optional.empty();
    }

    private static Optional<ValueCheck.Invalid> fault(ErrorCode code, String reason, String suggestion) {
        return Optional.of(new ValueCheck.Invalid(code, reason, suggestion));
    }
}
