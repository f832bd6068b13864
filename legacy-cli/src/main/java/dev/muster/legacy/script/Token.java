package dev.muster.legacy.script;

/**
 * One word of a call.
 *
 * @param text what a command gets of it: quotes and escapes taken away
 * @param raw as it stands in the file
 */
public record Token(String text, String raw) {
    /** May hold a password, so it shows nothing. */
    @Override
    public String toString() {
        return "token of " + raw.length() + " characters";
    }
}
