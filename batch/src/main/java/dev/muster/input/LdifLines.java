package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unfolds the lines of one record and looks for what must not reach the LDIF parser: values by URL, which it would
 * fetch, and lines that only a stray blank at the beginning made part of the line before.
 */
final class LdifLines {
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9;.-]*::? \\S.*");
    private static final Pattern NAMED = Pattern.compile("-|[A-Za-z0-9][A-Za-z0-9.;_-]*:.*", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("[^:]+:<.*", Pattern.DOTALL);
    /** Writers of LDIF fold at 76 columns or so: a short line was not folded. */
    private static final int SHORT = 70;

    private final Row row;
    private final boolean lenient;
    private final List<String> unfolded = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private String before = "";
    private boolean comment;

    private LdifLines(Row row, boolean lenient) {
        this.row = row;
        this.lenient = lenient;
    }

    /** The logical lines, comments left out; what is wrong with them is told to the row, where they stand to the places. */
    static List<String> of(LdifRecord record, Row row, LdifPlaces places, boolean lenient) {
        LdifLines lines = new LdifLines(row, lenient);
        long number = record.line();
        for (String text : record.lines()) {
            lines.add(text, number);
            number++;
        }
        return lines.accepted(places);
    }

    private List<String> accepted(LdifPlaces places) {
        List<String> accepted = new ArrayList<>();
        for (int index = 0; index < unfolded.size(); index++) {
            String text = unfolded.get(index);
            if (!text.startsWith("version:") && !refused(text, numbers.get(index))) {
                accepted.add(text);
                places.add(numbers.get(index), text);
            }
        }
        return accepted;
    }

    private void add(String text, long number) {
        if (!text.startsWith(" ")) {
            begin(text, number);
        } else if (!comment && suspicious(text)) {
            strayBlank(text.substring(1), number);
        } else if (!comment && !unfolded.isEmpty()) {
            unfolded.set(unfolded.size() - 1, unfolded.get(unfolded.size() - 1) + text.substring(1));
        }
        before = text;
    }

    private void begin(String text, long number) {
        comment = text.startsWith("#");
        if (!comment && !NAMED.matcher(text).matches()) {
            nameless(number);
        } else if (!comment) {
            logical(text, number);
        }
    }

    private void logical(String text, long number) {
        unfolded.add(text);
        numbers.add(number);
    }

    /** The line itself stays unsaid: it may be part of a password. What is folded onto it goes with it. */
    private void nameless(long number) {
        comment = true;
        problem(
                number,
                ErrorCode.LDIF_SYNTAX,
                "",
                "Line " + number + " is neither 'attribute: value' nor goes on the line before it.",
                "Write it as 'attribute: value', or begin it with a blank where it continues a value.");
    }

    private boolean suspicious(String text) {
        return before.length() < SHORT && ATTRIBUTE.matcher(text.substring(1)).matches();
    }

    private void strayBlank(String text, long number) {
        String attribute = text.substring(0, text.indexOf(':'));
        String reason =
                "Line " + number + " begins with a blank and so continues the line before, but looks like a value of '"
                        + attribute + "'.";
        if (lenient) {
            row.note(new Problem(
                    row.origin().at(number),
                    ErrorCode.LDIF_SYNTAX,
                    attribute,
                    reason,
                    "It was taken as a line of its own."));
        } else {
            problem(
                    number,
                    ErrorCode.LDIF_SYNTAX,
                    attribute,
                    reason,
                    "Take the blank away, or read the feed with --ldif=lenient.");
        }
        logical(text, number);
    }

    /** A refused line is told to the row and goes no further, so that the rest of the record can still be looked at. */
    private boolean refused(String text, long number) {
        if (URL.matcher(text).matches()) {
            problem(
                    number,
                    ErrorCode.LDIF_URL_REFUSED,
                    text.substring(0, text.indexOf(':')),
                    "A value is to be fetched from a URL; a feed must not make this machine read files.",
                    "Put the value itself into the feed, in base64 if need be.");
            return true;
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("control:")) {
            problem(
                    number,
                    ErrorCode.LDIF_UNSUPPORTED,
                    "",
                    "The record asks for an LDAP control.",
                    "Take the control away.");
            return true;
        }
        return false;
    }

    private void problem(long number, ErrorCode code, String field, String reason, String suggestion) {
        row.problem(new Problem(row.origin().at(number), code, field, reason, suggestion));
    }
}
