package dev.muster.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line {@code sep=;} that spreadsheets write above the header, to say what stands between the columns. */
final class DelimiterLine {
    private static final Pattern FORM = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    private DelimiterLine() {}

    /** The delimiter that the line names; empty where it is any other line. */
    static Optional<Character> delimiter(String line) {
        Matcher matcher = FORM.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1).charAt(0)) : Optional.empty();
    }
}
