package dev.muster.model;

import java.util.Map;
import java.util.stream.Collectors;

/** Rights as mail servers write them: a letter for each (RFC 4314, section 2.1). */
public final class MailboxLetters {
    private static final String ORDER = "lrswipkxtea";
    private static final Map<Character, String> WORDS = Map.ofEntries(
            Map.entry('l', "see the folder"),
            Map.entry('r', "read"),
            Map.entry('s', "mark as read"),
            Map.entry('w', "flag"),
            Map.entry('i', "put messages there"),
            Map.entry('p', "mail to the folder"),
            Map.entry('k', "create folders"),
            Map.entry('x', "delete folders"),
            Map.entry('t', "mark as deleted"),
            Map.entry('e', "expunge"),
            Map.entry('a', "administer"));

    private MailboxLetters() {}

    /**
     * Those that mean something of their own, each once, in the order {@code lrswipkxtea}: servers answer with the older
     * {@code c} and {@code d}, too, and with some that are theirs alone.
     */
    public static String known(String letters) {
        return ORDER.chars()
                .filter(letter -> letters.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** What each letter lets somebody do: {@code see the folder, read}; empty where there is none. */
    public static String words(String letters) {
        return known(letters)
                .chars()
                .mapToObj(letter -> WORDS.getOrDefault((char) letter, ""))
                .collect(Collectors.joining(", "));
    }
}
