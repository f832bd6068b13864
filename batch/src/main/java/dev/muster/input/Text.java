package dev.muster.input;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Characters of feeds: which are none, how a value is shown, and how two are compared. */
final class Text {
    /** Stands for bytes that do not decode: a lone surrogate, which no strict decoder ever yields. */
    static final char UNDECODABLE = '\uDFFF';

    /** Where a text was damaged before it became a feed. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Takes the place of what does not decode when a row is written: a control character, so never read as a letter. */
    private static final char SUBSTITUTE = '\u001A';

    private static final int MOST_SHOWN = 80;

    private Text() {}

    /** The parts between separators, empty ones included. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Whether a text holds bytes that did not decode, or control characters. */
    static boolean unreadable(String text, boolean manyLines) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == UNDECODABLE || character == REPLACEMENT || control(character, manyLines)) {
                return true;
            }
        }
        return false;
    }

    private static boolean control(char character, boolean manyLines) {
        boolean layout = character == '\n' || character == '\t';
        return Character.isISOControl(character) && !(manyLines && layout);
    }

    /** A value as it stands in a problem: in quotes, on one line, cut where it is long. */
    static String quoted(String value) {
        String shown = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "..." : value;
        StringBuilder line = new StringBuilder(shown.length() + 2).append('\'');
        shown.chars().forEach(character -> line.append(shown((char) character)));
        return line.append('\'').toString();
    }

    private static char shown(char character) {
        return character == UNDECODABLE || Character.isISOControl(character) ? REPLACEMENT : character;
    }

    /** A cell as it can be written again: what did not decode stays invalid until it is corrected. */
    static String writable(String cell) {
        return cell.replace(UNDECODABLE, SUBSTITUTE);
    }

    /**
     * The form under which a directory takes two values for the same (caseIgnoreMatch, RFC 4518): compatibility form,
     * lower case, one blank for many.
     */
    static String folded(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return ascii(lower)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    }

    private static boolean ascii(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character > 126 || character == ' ') {
                return false;
            }
        }
        return true;
    }
}
