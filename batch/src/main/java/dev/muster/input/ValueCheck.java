package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at one value: valid, in the form the house uses, or invalid, with a reason and what to do. */
final class ValueCheck {
    /** What came of a value. */
    sealed interface Checked {}

    record Valid(String value) implements Checked {}

    record Invalid(ErrorCode code, String reason, String suggestion) implements Checked {}

    private static final Map<String, String> SWITCHES = switches();
    private static final Set<String> MODULES = Set.of(
            "bookmarks",
            "calendar",
            "contacts",
            "documents",
            "forum",
            "knowledge",
            "pinboard",
            "pinboard_public",
            "projects",
            "tasks",
            "webmail");
    private static final int MOST_DIGITS = 18;

    private ValueCheck() {}

    static Checked of(Column column, String value, ValueRules rules) {
        if (Text.unreadable(value, manyLines(column))) {
            return new Invalid(
                    ErrorCode.CHARACTER_INVALID,
                    Text.quoted(value) + " holds bytes that are no text, line breaks or control characters.",
                    "Check the feed's charset and write the value anew.");
        }
        if (value.length() > column.length() && value.codePointCount(0, value.length()) > column.length()) {
            return tooLong(column, value);
        }
        return byKind(column, value, rules);
    }

    private static Checked byKind(Column column, String value, ValueRules rules) {
        return switch (column.kind()) {
            case USERNAME -> userName(value);
            case ADDRESS, ADDRESSES -> address(column, value);
            case LANGUAGE -> Places.language(value, rules.languages());
            case TIMEZONE -> Places.timezone(value);
            case COUNTRY -> Places.country(value);
            case DATE -> Dates.date(value);
            case NUMBER -> number(value);
            case SWITCH -> yesOrNo(value);
            case STYLE -> style(value, rules.styles());
            case MODULES -> module(value);
            case PASSWORD, NAME, TEXT, TEXTS, IGNORED -> new Valid(value);
        };
    }

    private static boolean manyLines(Column column) {
        return switch (column.kind()) {
            case TEXT -> true;
            default -> false;
        };
    }

    private static Checked tooLong(Column column, String value) {
        int length = value.codePointCount(0, value.length());
        return new Invalid(
                ErrorCode.VALUE_TOO_LONG,
                Text.quoted(value) + " has " + length + " characters, '" + column.field() + "' holds " + column.length()
                        + ".",
                "Shorten it to " + column.length() + " characters.");
    }

    private static Checked userName(String value) {
        try {
            return new Valid(UserName.of(value).value());
        } catch (IllegalArgumentException invalid) {
            String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9$@%.+_-]", "");
            String suggestion = plain.isEmpty() ? "Give another user name." : "Use for example '" + plain + "'.";
            return new Invalid(ErrorCode.USERNAME_INVALID, String.valueOf(invalid.getMessage()), suggestion);
        }
    }

    private static Checked address(Column column, String value) {
        try {
            return new Valid(MailAddress.of(value).value());
        } catch (IllegalArgumentException invalid) {
            ErrorCode code = column.field().equals(Field.ALIAS) ? ErrorCode.ALIAS_INVALID : ErrorCode.MAIL_INVALID;
            return new Invalid(
                    code, Text.quoted(value) + " is no mail address" + addressFault(value), addressHint(value));
        }
    }

    private static String addressFault(String value) {
        if (value.indexOf('@') < 0) {
            return ": there is no @ in it.";
        }
        return blank(value) ? ": there is a blank in it." : ".";
    }

    private static String addressHint(String value) {
        return blank(value) && value.indexOf('@') > 0
                ? "Take the blank out, for example " + Text.quoted(value.replaceAll("\\s+", ".")) + "."
                : "Write it as name@example.org.";
    }

    private static boolean blank(String value) {
        return value.chars().anyMatch(Character::isWhitespace);
    }

    private static Checked number(String value) {
        boolean digits = value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            return new Valid(String.valueOf(Long.parseLong(value)));
        }
        return value.equals("-1")
                ? new Valid("0")
                : new Invalid(
                        ErrorCode.NUMBER_INVALID,
                        Text.quoted(value) + " is no whole number of 0 or more.",
                        "Write digits only, without unit or separator.");
    }

    private static Checked yesOrNo(String value) {
        String known = SWITCHES.get(value.toLowerCase(Locale.ROOT));
        return known != null
                ? new Valid(known)
                : new Invalid(
                        ErrorCode.SWITCH_INVALID, Text.quoted(value) + " is neither yes nor no.", "Write yes or no.");
    }

    private static Checked style(String value, Set<String> styles) {
        return styles.isEmpty() || styles.contains(value)
                ? new Valid(value)
                : new Invalid(
                        ErrorCode.STYLE_UNKNOWN,
                        "There is no folder style " + Text.quoted(value) + ".",
                        Hint.among(value, styles));
    }

    private static Checked module(String value) {
        String module = value.toLowerCase(Locale.ROOT);
        return MODULES.contains(module)
                ? new Valid(module)
                : new Invalid(
                        ErrorCode.MODULE_UNKNOWN,
                        "There is no module " + Text.quoted(value) + ".",
                        Hint.among(module, MODULES));
    }

    /** The words of the reference's commands, and those of the directory's {@code mailEnabled}. */
    private static Map<String, String> switches() {
        Stream<String> yes = Stream.of("yes", "true", "on", "1", "y", "ok");
        Stream<String> no = Stream.of("no", "false", "off", "0", "n", "none");
        Map<String, String> switches = yes.collect(Collectors.toMap(word -> word, word -> "yes"));
        no.forEach(word -> switches.put(word, "no"));
        return Map.copyOf(switches);
    }
}
