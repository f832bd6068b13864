package dev.muster.target.imap;

import java.util.Locale;

/**
 * The tagged answer to one command.
 *
 * @param ok whether the server says OK
 * @param code the response code (RFC 5530) in upper case, without its arguments; empty = none
 * @param text the server's words, response code included
 */
record Answer(boolean ok, String code, String text) {
    static Answer of(boolean ok, String text) {
        String words = text.strip();
        int end = words.startsWith("[") ? words.indexOf(']') : -1;
        String code = end < 0 ? "" : words.substring(1, end).split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return new Answer(ok, code, words);
    }

    /** Whether the thing asked for is there now: made, or there before. The final listing has the last word. */
    boolean isFine() {
        return ok || code.equals("ALREADYEXISTS");
    }
}
