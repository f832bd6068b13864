package dev.muster.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as they stand in a page. Whatever comes from a feed or a server goes through here. */
final class Html {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final int REPLACEMENT = 0xFFFD;

    private Html() {}

    /** Escaped for text and for attribute values; characters that no page may hold are replaced. */
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(character) ? character : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int character) {
        boolean control = Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
        return !control && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    /** Escaped and isolated, so that a right-to-left name leaves the words around it in their order. */
    static String isolated(String value) {
        return "<bdi>" + escaped(value) + "</bdi>";
    }

    /** {@code 1,234,567}. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 334.2}; without the fraction from a thousand on. */
    static String rate(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%,.1f" : "%,.0f", value);
    }

    /** {@code 4.2 s}, {@code 12 min 5 s}, {@code 3 h 20 min}. */
    static String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    static String time(long millis, ZoneId zone) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
    }
}
