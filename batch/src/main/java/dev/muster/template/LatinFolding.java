package dev.muster.template;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a name into what a login name or the local part of an address may hold: {@code Müller-Lüdenscheidt} becomes
 * {@code mueller-luedenscheidt}. Letters of other scripts fall away; a name in such a script becomes empty.
 */
final class LatinFolding {
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            entry((int) 'ä', "ae"),
            entry((int) 'ö', "oe"),
            entry((int) 'ü', "ue"),
            entry((int) 'ß', "ss"),
            entry((int) 'ø', "oe"),
            entry((int) 'æ', "ae"),
            entry((int) 'œ', "oe"),
            entry((int) 'å', "aa"),
            entry((int) 'ł', "l"),
            entry((int) 'đ', "d"),
            entry((int) 'ð', "d"),
            entry((int) 'þ', "th"),
            entry((int) 'ħ', "h"),
            entry((int) 'ŧ', "t"),
            entry((int) 'ŋ', "ng"),
            entry((int) 'ĸ', "k"),
            entry((int) 'ı', "i"));

    private LatinFolding() {}

    /** Lower-case letters, digits, dots, hyphens and underscores; none of the last three at an end or doubled. */
    static String fold(String name) {
        StringBuilder latin = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(LatinFolding::letter)
                .forEach(latin::append);
        return Normalizer.normalize(latin, Normalizer.Form.NFKD)
                .replaceAll("[^a-z0-9._-]", "")
                .replaceAll("([._-])[._-]+", "$1")
                .replaceAll("^[._-]|[._-]$", "");
    }

    private static String letter(int character) {
        return LETTERS.getOrDefault(character, Character.toString(character));
    }
}
