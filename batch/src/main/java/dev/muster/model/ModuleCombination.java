package dev.muster.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The named sets of rights that {@code createuser --access-combination-name} knows, as bits of {@link GroupwareModule}. */
public enum ModuleCombination {
    WEBMAIL_PLUS(5),
    PIM_PLUS(15),
    GROUPWARE_PLUS(229407),
    PREMIUM(233247),
    GROUPWARE(33525535),
    WEBMAIL(3145733),
    PIM(32505871),
    PIM_INFOSTORE(32506399),
    PIM_MOBILITY(133185551),
    GROUPWARE_STANDARD(33525279),
    GROUPWARE_PREMIUM(GroupwareModule.ALL),
    ALL(GroupwareModule.ALL),
    DRIVE(270532628);

    private final long bits;

    ModuleCombination(long bits) {
        this.bits = bits;
    }

    public long bits() {
        return bits;
    }

    /** The combination of that name, in any case, or empty if there is none. */
    public static Optional<ModuleCombination> ofName(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(combination -> combination.name().equals(wanted))
                .findFirst();
    }
}
