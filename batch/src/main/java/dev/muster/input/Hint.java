package dev.muster.input;

import java.util.Collection;
import java.util.TreeSet;

/** What to do about a word that is not among the known ones. */
final class Hint {
    private static final int MOST = 12;

    private Hint() {}

    static String among(String word, Collection<String> known) {
        return Nearest.of(word, known)
                .map(near -> "Was '" + near + "' meant?")
                .orElseGet(() -> known.size() > MOST
                        ? "Correct it."
                        : "Use one of " + String.join(", ", new TreeSet<>(known)) + ".");
    }
}
