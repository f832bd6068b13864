package dev.muster.legacy;

import java.util.Optional;

/**
 * One argument as typed or pasted: {@code --name} or {@code --name=value}. Word processors make other dashes of two
 * hyphens ({@code -–username}, {@code —username}), in front of a name and within it; all of them are understood.
 *
 * @param name without dashes; empty when the argument is no option
 * @param value what stands behind the first {@code =}
 */
record Typed(String name, Optional<String> value) {
    private static final String TYPOGRAPHIC = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    static Typed of(String argument) {
        int dashes = 0;
        while (dashes < argument.length() && isDash(argument.charAt(dashes))) {
            dashes++;
        }
        boolean pasted = argument.substring(0, dashes).chars().anyMatch(dash -> dash != '-');
        if (dashes != 2 && !(pasted && dashes > 0)) {
            return new Typed("", Optional.of(argument));
        }
        int equals = argument.indexOf('=', dashes);
        String name = argument.substring(dashes, equals < 0 ? argument.length() : equals);
        return new Typed(plain(name), equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1)));
    }

    boolean isOption() {
        return !name.isEmpty();
    }

    private static boolean isDash(char character) {
        return character == '-' || TYPOGRAPHIC.indexOf(character) >= 0;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name);
        for (int i = 0; i < plain.length(); i++) {
            if (isDash(plain.charAt(i))) {
                plain.setCharAt(i, '-');
            }
        }
        return plain.toString();
    }
}
