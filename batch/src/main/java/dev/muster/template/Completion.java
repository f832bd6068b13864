package dev.muster.template;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.GroupwareModule;
import dev.muster.model.UserDraft;
import dev.muster.template.Accounts.Defaults;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one person: what the feed says, and defaults where it says nothing. Leaves the locale and the folders
 * to the caller.
 */
record Completion(UserDraft draft, Claims claims, Defaults defaults) {
    /** Nobody is without these: clearing one means its default again. */
    private static final Set<Field> NEVER_EMPTY =
            Set.of(Field.DISPLAYNAME, Field.LANGUAGE, Field.TIMEZONE, Field.MAIL_ROUTE, Field.ACTIVATED, Field.ALIAS);

    /** Claimed, or added up from several columns. */
    private static final Set<Field> NOT_FILLED = Set.of(Field.USERNAME, Field.MAIL, Field.MODULES);

    private static final Set<Field> SWITCHES =
            Set.of(Field.ACTIVATED, Field.CHANGE_PASSWORD, Field.GLOBAL_ADDRESS_BOOK);

    SortedMap<Field, List<String>> values() {
        SortedMap<Field, List<String>> values = new TreeMap<>(draft.values());
        values.put(Field.MAIL, List.of(mail()));
        defaults.patterns().forEach((field, patterns) -> fill(field, patterns, values));
        if (isOpen(Field.ALIAS, values)) {
            values.put(Field.ALIAS, List.of(mail()));
        }
        SWITCHES.forEach(field -> values.computeIfPresent(field, (same, said) -> yesOrNo(said)));
        values.put(Field.MODULES, List.of(Long.toString(Modules.bits(values, standardModules()))));
        values.computeIfPresent(Field.DISABLE, (same, said) -> withoutBit(said));
        values.keySet().removeIf(Completion::isUsedUp);
        return values;
    }

    private void fill(Field field, List<ValuePattern> patterns, SortedMap<Field, List<String>> values) {
        if (NOT_FILLED.contains(field) || !isOpen(field, values)) {
            return;
        }
        List<String> filled = field.equals(Field.ALIAS) ? aliases(patterns) : firstOf(patterns);
        if (!filled.isEmpty()) {
            values.put(field, filled);
        }
    }

    /** A default has a place only where the feed is silent, so that it never overwrites what the feed says. */
    private static boolean isOpen(Field field, SortedMap<Field, List<String>> values) {
        List<String> said = values.get(field);
        return said == null || (said.isEmpty() && NEVER_EMPTY.contains(field));
    }

    private List<String> firstOf(List<ValuePattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> pattern.fill(this::column, 1).stream())
                .limit(1)
                .toList();
    }

    private List<String> aliases(List<ValuePattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> pattern.fill(field -> Templates.folded(field, column(field)), 1).stream())
                .distinct()
                .toList();
    }

    private String column(Field field) {
        if (field.equals(Field.USERNAME)) {
            return claims.userName().value();
        }
        return field.equals(Field.MAIL) ? mail() : draft.first(field).orElse("");
    }

    private String mail() {
        return draft.first(Field.MAIL).orElseGet(() -> claims.mail().value());
    }

    private long standardModules() {
        Optional<String> named = firstOf(defaults.of(Field.MODULES)).stream().findFirst();
        return named.map(text -> Modules.number(text, GroupwareModule.ALL)).orElse(GroupwareModule.ALL);
    }

    private static List<String> yesOrNo(List<String> said) {
        return said.stream().map(Switch::yesOrNo).toList();
    }

    private static @Nullable List<String> withoutBit(List<String> said) {
        List<String> kept = Modules.disabledWithoutBit(said);
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isUsedUp(Field field) {
        return Modules.reads(field) || field.equals(Field.USERNAME) || field.equals(Field.PASSWORD);
    }
}
