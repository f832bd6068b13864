package dev.muster.report;

import java.util.Collection;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A JSON object (RFC 8259) under construction: members in the order of their naming, one a line. For one thread. */
public final class Json {
    private final StringJoiner members = new StringJoiner(",\n", "{\n", "\n}");

    Json with(String name, String value) {
        return member(name, quoted(value));
    }

    Json with(String name, long value) {
        return member(name, String.valueOf(value));
    }

    /** With three digits after the point. */
    Json with(String name, double value) {
        return member(name, String.format(Locale.ROOT, "%.3f", value));
    }

    Json with(String name, boolean value) {
        return member(name, String.valueOf(value));
    }

    Json with(String name, Json value) {
        return member(name, value.toString());
    }

    Json with(String name, Collection<Json> values) {
        String lines = values.stream().map(Json::toString).collect(Collectors.joining(",\n"));
        return member(name, values.isEmpty() ? "[]" : "[\n" + lines.indent(2).stripTrailing() + "\n]");
    }

    private Json member(String name, String value) {
        // Line breaks inside texts are escaped, so every one that is left is the layout's own.
        members.add("  " + quoted(name) + ": " + value.replace("\n", "\n  "));
        return this;
    }

    /** The text in quotes. Lone surrogates, which no UTF-8 file can hold, are escaped too. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder out, int character) {
        if (character == '"' || character == '\\') {
            out.append('\\').appendCodePoint(character);
        } else if (character < ' ' || character == 0x7F || isLoneSurrogate(character)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
            out.appendCodePoint(character);
        }
    }

    private static boolean isLoneSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
