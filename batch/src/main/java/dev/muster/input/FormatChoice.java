package dev.muster.input;

/**
 * What is known beforehand about the format of a feed. Every text may be {@link #AUTO}: found by looking at the feed.
 *
 * @param kind {@code csv}, {@code ldif} or auto
 * @param charset a charset's name, or auto
 * @param delimiter {@code comma}, {@code semicolon}, {@code tab}, {@code pipe}, the character itself, or auto
 * @param quote the quoting character, or auto, which is {@code "}
 * @param unattended nobody looks on: nothing may be guessed
 * @param remembered the text form of the last good feed's {@link FeedFormat}; empty when there was none
 */
public record FormatChoice(
        String kind, String charset, String delimiter, String quote, boolean unattended, String remembered) {
    public static final String AUTO = "auto";

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

    /** An LDIF feed is UTF-8 by its standard (RFC 2849): naming the kind says it all. */
    boolean complete() {
        boolean csv = kind.equals("csv") && !charset.equals(AUTO) && !delimiter.equals(AUTO);
        return csv || kind.equals("ldif");
    }
}
