package dev.muster.template;

/**
 * A language that the templates know.
 *
 * @param code as in the files, such as {@code DE}
 * @param locale such as {@code de_DE}: what the code alone means
 * @param defaultStyle the name of the folder style taken where none is asked for
 */
record Language(String code, String locale, String defaultStyle) {
    /**
     * A language as somebody asked for it.
     *
     * @param language whose folder names are taken
     * @param locale the full locale: the one asked for, such as {@code de_AT}, else the language's own
     */
    record Spoken(Language language, String locale) {}
}
