package dev.muster.input;

import dev.muster.model.ErrorCode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages, time zones and countries. */
final class Places {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2}([_-][A-Za-z]{2})?");
    private static final Map<String, String> ZONES = byLowerCase(ZoneId.getAvailableZoneIds());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> COUNTRY_NAMES = countryNames();

    private Places() {}

    /** A language such as {@code DE} or a locale such as {@code de_DE}. */
    static ValueCheck.Checked language(String value, Set<String> known) {
        String language = value.substring(0, Math.min(2, value.length())).toUpperCase(Locale.ROOT);
        if (!LANGUAGE.matcher(value).matches() || !(known.isEmpty() || known.contains(language))) {
            return new ValueCheck.Invalid(
                    ErrorCode.LANGUAGE_UNKNOWN,
                    "There is no language " + Text.quoted(value) + ".",
                    Hint.among(value, known));
        }
        return new ValueCheck.Valid(value.length() == 2 ? language : locale(value));
    }

    private static String locale(String value) {
        return value.substring(0, 2).toLowerCase(Locale.ROOT)
                + "_"
                + value.substring(3).toUpperCase(Locale.ROOT);
    }

    static ValueCheck.Checked timezone(String value) {
        String known = ZONES.get(value.toLowerCase(Locale.ROOT));
        return known != null
                ? new ValueCheck.Valid(known)
                : new ValueCheck.Invalid(
                        ErrorCode.TIMEZONE_UNKNOWN,
                        "There is no time zone " + Text.quoted(value) + ".",
                        zoneHint(value));
    }

    private static String zoneHint(String value) {
        String city = "/" + value.toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZONES.entrySet().stream()
                .filter(zone -> zone.getKey().endsWith(city))
                .map(zone -> "Was '" + zone.getValue() + "' meant?")
                .sorted()
                .findFirst()
                .orElse("Use a name such as Europe/Berlin.");
    }

    static ValueCheck.Checked country(String value) {
        String code = value.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code)
                ? new ValueCheck.Valid(code)
                : new ValueCheck.Invalid(
                        ErrorCode.COUNTRY_UNKNOWN,
                        Text.quoted(value) + " is no country code (ISO 3166).",
                        countryHint(value));
    }

    private static String countryHint(String value) {
        String code = COUNTRY_NAMES.get(value.toLowerCase(Locale.ROOT));
        return code == null ? "Use two letters, such as DE." : "Write " + code + ".";
    }

    private static Map<String, String> byLowerCase(Collection<String> words) {
        return words.stream()
                .collect(Collectors.toUnmodifiableMap(
                        word -> word.toLowerCase(Locale.ROOT), Function.identity(), (first, second) -> first));
    }

    /** English names, the countries' own names and three-letter codes: what people write instead of the code. */
    private static Map<String, String> countryNames() {
        Map<String, String> names = new HashMap<>();
        Arrays.stream(Locale.getISOCountries()).forEach(code -> {
            Locale country = new Locale("", code);
            Stream.of(
                            country.getDisplayCountry(Locale.ENGLISH),
                            country.getDisplayCountry(Locale.GERMAN),
                            country.getISO3Country())
                    .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), code));
        });
        return Map.copyOf(names);
    }
}
