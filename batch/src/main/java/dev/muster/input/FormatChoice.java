package dev.muster.input;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Set;

/**
 * What is known beforehand about the format of a feed. Every text may be {@link #AUTO}: found by looking at the feed.
 *
 * @param kind {@code csv}, {@code ldif}, {@code yaml} or auto
 * @param charset a charset's name, or auto
 * @param delimiter {@code comma}, {@code semicolon}, {@code tab}, {@code pipe}, the character itself, or auto
 * @param quote the quoting character, or auto, which is {@code "}
 * @param unattended nobody looks on: nothing may be guessed
 * @param remembered the text form of the last good feed's {@link FeedFormat}; empty when there was none
 * @throws IllegalArgumentException if a text is none of these; the message is for an administrator
 */
public record FormatChoice(
        String kind, String charset, String delimiter, String quote, boolean unattended, String remembered) {
    public static final String AUTO = "auto";

    public FormatChoice {
        require(
                Set.of("csv", "ldif", "yaml", AUTO).contains(kind),
                "There is no kind of feed '" + kind + "': csv, ldif or yaml.");
        require(
                delimiter.equals(AUTO) || FeedFormat.delimits(delimiter),
                "'" + delimiter + "' is no delimiter: comma, semicolon, tab, pipe or one character.");
        require(quote.equals(AUTO) || quote.length() == 1, "'" + quote + "' is no quote: one character is wanted.");
        require(charset.equals(AUTO) || supported(charset), "There is no charset '" + charset + "'.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException none) {
            return false;
        }
    }

    /** Somebody looks on, everything is found by looking at the feed. */
    public static FormatChoice auto() {
        return new FormatChoice(AUTO, AUTO, AUTO, AUTO, false, "");
    }

    /** Exactly this format. */
    public static FormatChoice of(FeedFormat format) {
        return new FormatChoice(
                format.kind().text(),
                format.charset().name(),
                String.valueOf(format.delimiter()),
                String.valueOf(format.quote()),
                false,
                "");
    }

    /** The same for a run that nobody watches. */
    public FormatChoice unattendedAfter(String rememberedFormat) {
        return new FormatChoice(kind, charset, delimiter, quote, true, rememberedFormat);
    }

    FormatChoice withKind(FeedFormat.Kind wanted) {
        return new FormatChoice(wanted.text(), charset, delimiter, quote, unattended, remembered);
    }

    FormatChoice withDelimiter(char wanted) {
        return new FormatChoice(kind, charset, String.valueOf(wanted), quote, unattended, remembered);
    }

    /** What is not set here as in another format. */
    FormatChoice orElse(FeedFormat other) {
        FormatChoice known = of(other);
        return new FormatChoice(
                kind.equals(AUTO) ? known.kind : kind,
                charset.equals(AUTO) ? known.charset : charset,
                delimiter.equals(AUTO) ? known.delimiter : delimiter,
                quote.equals(AUTO) ? known.quote : quote,
                unattended,
                remembered);
    }

    /** LDIF (RFC 2849) and YAML are UTF-8 by their standards: naming the kind says it all. */
    boolean complete() {
        boolean csv = kind.equals("csv") && !charset.equals(AUTO) && !delimiter.equals(AUTO);
        return csv || kind.equals("ldif") || kind.equals("yaml");
    }
}
