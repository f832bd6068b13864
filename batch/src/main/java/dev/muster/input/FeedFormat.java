package dev.muster.input;

import dev.muster.model.ErrorCode;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * How a feed is written down. The text form ({@code csv UTF-8 semicolon "}) is what a run remembers of its last good
 * feed and what an administrator may set.
 *
 * @param kind CSV, LDIF or YAML
 * @param charset how bytes become characters; a byte order mark is skipped and is no part of the format
 * @param delimiter between two cells; of meaning in CSV only
 * @param quote around cells; of meaning in CSV only
 */
public record FeedFormat(Kind kind, Charset charset, char delimiter, char quote) {
    /** The languages of feeds. */
    public enum Kind {
        CSV,
        LDIF,
        /** Of shared accounts only. */
        YAML;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    /**
     * Reads the text form back.
     *
     * @throws FeedException FEED_FORMAT_UNKNOWN if it is none
     */
    public static FeedFormat parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            Charset charset = Charset.forName(words[1]);
            return kind == Kind.CSV
                    ? new FeedFormat(kind, charset, delimiter(words[2]), words[3].charAt(0))
                    : of(kind, charset);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
            String message = "'" + text + "' is no feed format. Write it like this: csv UTF-8 semicolon \"";
            throw new FeedException(ErrorCode.FEED_FORMAT_UNKNOWN, message, broken);
        }
    }

    /** A format without cells. */
    static FeedFormat of(Kind kind, Charset charset) {
        return new FeedFormat(kind, charset, ',', '"');
    }

    /** A delimiter by name ({@code comma}, {@code semicolon}, {@code tab}, {@code pipe}) or as the character itself. */
    static char delimiter(String text) {
        if (text.length() == 1) {
            return text.charAt(0);
        }
        Character delimiter = DELIMITERS.get(text.toLowerCase(Locale.ROOT));
        if (delimiter == null) {
            throw new IllegalArgumentException("'" + text + "' is no delimiter: comma, semicolon, tab or pipe.");
        }
        return delimiter;
    }

    static boolean delimits(String text) {
        return text.length() == 1 || DELIMITERS.containsKey(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        String start = kind.text() + " " + charset.name();
        return kind == Kind.CSV ? start + " " + delimiterName() + " " + quote : start;
    }

    private String delimiterName() {
        return DELIMITERS.entrySet().stream()
                .filter(entry -> entry.getValue() == delimiter)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(delimiter));
    }
}
