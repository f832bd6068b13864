package dev.muster.cli;

import dev.muster.input.ValueRules;
import dev.muster.input.ValueRules.InvalidValues;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.Optional;

/**
 * What the command line decided about faulty values; what it left open the configuration decides. Kept with a run: read
 * by other rules, its feed would have other rows when it is resumed.
 *
 * @param lenientLdif whether faults of LDIF are mended
 * @param invalid what to do about a value that is none
 */
record Leniency(Optional<Boolean> lenientLdif, Optional<InvalidValues> invalid) {
    static Leniency none() {
        return new Leniency(Optional.empty(), Optional.empty());
    }

    /**
     * Understands both options; an empty word is one that was not given.
     *
     * @throws RefusalException if a word is none
     */
    static Leniency of(String ldif, String invalid) {
        return new Leniency(
                second("--ldif", ldif, "strict", "lenient"),
                second("--invalid", invalid, "reject", "drop-value")
                        .map(dropped -> dropped ? InvalidValues.DROP_VALUE : InvalidValues.REJECT));
    }

    ValueRules over(ValueRules configured) {
        return configured
                .withLenientLdif(lenientLdif.orElse(configured.lenientLdif()))
                .withInvalid(invalid.orElse(configured.invalid()));
    }

    /** The word of {@code --ldif}; empty where it was not given. */
    String ldifWord() {
        return lenientLdif.map(lenient -> lenient ? "lenient" : "strict").orElse("");
    }

    /** The word of {@code --invalid}; likewise. */
    String invalidWord() {
        return invalid.map(rule -> rule == InvalidValues.DROP_VALUE ? "drop-value" : "reject")
                .orElse("");
    }

    /** Whether the second of two words was chosen. */
    private static Optional<Boolean> second(String option, String word, String first, String second) {
        if (!word.isEmpty() && !word.equals(first) && !word.equals(second)) {
            throw new RefusalException(
                    ExitStatus.USAGE, option + ": " + first + " or " + second + " is wanted, not '" + word + "'.");
        }
        return word.isEmpty() ? Optional.empty() : Optional.of(word.equals(second));
    }
}
