package dev.muster.template;

import java.util.Locale;
import java.util.Set;

/** Yes or no, in the words of {@code adduser} and {@code createuser}. */
final class Switch {
    private static final Set<String> ON = Set.of("yes", "y", "true", "on", "1");
    private static final Set<String> OFF = Set.of("no", "n", "false", "off", "0");

    private Switch() {}

    static boolean isSwitch(String text) {
        return isOn(text) || OFF.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isOn(String text) {
        return ON.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static String yesOrNo(String text) {
        return isOn(text) ? "yes" : "no";
    }
}
