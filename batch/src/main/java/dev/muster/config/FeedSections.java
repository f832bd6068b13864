package dev.muster.config;

import dev.muster.input.FormatChoice;
import dev.muster.input.ValueRules;
import java.util.Locale;

/** The rules for values of a feed, from the section {@code feed}. */
final class FeedSections {
    private FeedSections() {}

    /** Whether faults of LDIF are mended. */
    private enum Ldif {
        STRICT,
        LENIENT
    }

    static FormatChoice format(Section section) {
        String kind = section.text("format", FormatChoice.AUTO);
        String charset = section.text("charset", FormatChoice.AUTO);
        String delimiter = section.text("delimiter", FormatChoice.AUTO);
        String quote = section.text("quote", FormatChoice.AUTO);
        boolean unattended = section.flag("unattended", false);
        try {
            return new FormatChoice(kind.toLowerCase(Locale.ROOT), charset, delimiter, quote, unattended, "");
        } catch (IllegalArgumentException none) {
            throw section.fault("format", "is not understood: " + none.getMessage());
        }
    }

    static ValueRules values(Section section, ValueRules house) {
        return house.withLenientLdif(section.choice("ldif", Ldif.class, Ldif.STRICT) == Ldif.LENIENT)
                .withInvalid(section.choice("invalid", ValueRules.InvalidValues.class, house.invalid()));
    }
}
