package dev.muster.config;

import java.util.Collection;
import java.util.Comparator;

/** The nearest of several words, for messages. */
final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean 'connections'?}, or nothing where no word is near. */
    static String among(String word, Collection<String> words) {
        return words.stream()
                .distinct()
                .min(Comparator.comparingInt(other -> distance(word, other)))
                .filter(other -> distance(word, other) <= 1 + word.length() / 3)
                .map(other -> "; did you mean '" + other + "'?")
                .orElse("");
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
