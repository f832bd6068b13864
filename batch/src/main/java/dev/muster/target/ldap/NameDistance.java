package dev.muster.target.ldap;

import java.util.Locale;

/** How far two names are apart: letters to be put in, left out or replaced, without regard to case. */
final class NameDistance {
    private NameDistance() {}

    static int between(String first, String second) {
        String from = first.toLowerCase(Locale.ROOT);
        String to = second.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row = next(row, i, from.charAt(i - 1), to);
        }
        return row[to.length()];
    }

    private static int[] next(int[] above, int i, char letter, String to) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = above[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}
