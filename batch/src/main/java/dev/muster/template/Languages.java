package dev.muster.template;

import dev.muster.template.Language.Spoken;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The languages of the templates, found by code ({@code DE}) or locale ({@code de_DE}, {@code de-AT}) in any case.
 *
 * @param byName languages by upper-cased code and locale
 * @param standard taken where nobody asks for a language
 */
record Languages(Map<String, Language> byName, Language standard) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static Languages of(Collection<Language> languages, Language standard) {
        Map<String, Language> byName = new HashMap<>();
        languages.forEach(language -> byName.put(key(language.locale()), language));
        languages.forEach(language -> byName.put(key(language.code()), language));
        return new Languages(Map.copyOf(byName), standard);
    }

    /** Every code and every locale that a code stands for; looked up in any case. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        byName.values().forEach(language -> {
            names.add(language.code());
            names.add(language.locale());
        });
        return Collections.unmodifiableSet(names);
    }

    /** The language asked for, or empty if the templates do not know it. */
    Optional<Spoken> find(String name) {
        String key = key(name);
        Language exact = byName.get(key);
        return exact == null ? ofOtherCountry(key) : Optional.of(new Spoken(exact, exact.locale()));
    }

    /** The language asked for, whatever country stands behind it; the standard language if there is no such one. */
    Spoken findOrStandard(String name) {
        String code = key(name).replaceFirst("_.*", "");
        return find(name).or(() -> find(code)).orElseGet(() -> new Spoken(standard, standard.locale()));
    }

    private Optional<Spoken> ofOtherCountry(String key) {
        String[] parts = key.split("_", -1);
        if (parts.length != 2 || !COUNTRIES.contains(parts[1])) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName.get(parts[0]))
                .map(language -> new Spoken(language, parts[0].toLowerCase(Locale.ROOT) + "_" + parts[1]));
    }

    private static String key(String name) {
        return name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
