package dev.muster.input;

import java.util.Set;

/**
 * What the values of a feed may be.
 *
 * @param languages the languages that have folder sets, such as {@code DE}; empty allows every language
 * @param styles the folder styles that exist, such as {@code DE_Thunderbird}; empty allows every style
 * @param invalid what to do about a value that is none
 * @param lenientLdif mends what can be mended in LDIF, each mended line listed
 * @param references where the passwords of a corrected reject file are looked up
 */
public record ValueRules(
        Set<String> languages,
        Set<String> styles,
        InvalidValues invalid,
        boolean lenientLdif,
        PasswordReferences references) {
    /** What to do about a value that is none. */
    public enum InvalidValues {
        /** The row is rejected. */
        REJECT,
        /** The person is kept without the value, which is listed; names, key, primary address and password excepted. */
        DROP_VALUE
    }

    public ValueRules {
        languages = Set.copyOf(languages);
        styles = Set.copyOf(styles);
    }

    /** The ten languages that come with the templates, every style, invalid values rejected, strict LDIF. */
    public static ValueRules defaults() {
        return new ValueRules(
                Set.of("DE", "EN", "FR", "ES", "IT", "NL", "PL", "PT", "JA", "ZH"),
                Set.of(),
                InvalidValues.REJECT,
                false,
                PasswordReferences.none());
    }

    public ValueRules lenient() {
        return withLenientLdif(true);
    }

    public ValueRules withLenientLdif(boolean wanted) {
        return new ValueRules(languages, styles, invalid, wanted, references);
    }

    public ValueRules withInvalid(InvalidValues wanted) {
        return new ValueRules(languages, styles, wanted, lenientLdif, references);
    }

    public ValueRules withReferences(PasswordReferences wanted) {
        return new ValueRules(languages, styles, invalid, lenientLdif, wanted);
    }
}
