package dev.muster.template;

import dev.muster.model.Field;
import dev.muster.model.UserDraft;
import dev.muster.template.Account.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code Accounts.xml}: what people get where the feed says nothing about it.
 *
 * @param accounts in file order: a later one wins over an earlier one, field by field
 * @param languages tells whether two names mean the same language
 * @param known the defaults of those who were asked for, by the values that the conditions read
 */
record Accounts(List<Account> accounts, Languages languages, Map<List<List<String>>, Defaults> known) {
    /** A condition may read a column in which everybody has something else. */
    private static final int MOST_KNOWN = 1_000;

    Accounts(List<Account> accounts, Languages languages) {
        this(List.copyOf(accounts), languages, new ConcurrentHashMap<>());
    }

    /**
     * The defaults of one person.
     *
     * @param patterns what a field gets: the first pattern that can be filled
     * @param password what to do where the feed brings no password
     */
    record Defaults(Map<Field, List<ValuePattern>> patterns, PasswordPolicy password) {
        Defaults {
            patterns = Map.copyOf(patterns);
        }

        List<ValuePattern> of(Field field) {
            return patterns.getOrDefault(field, List.of());
        }
    }

    /** Departments and languages are few, people many. */
    Defaults of(UserDraft draft) {
        List<List<String>> read = accounts.stream()
                .map(Account::condition)
                .flatMap(condition -> condition instanceof Condition.Column column ? Stream.of(column) : Stream.empty())
                .map(column -> draft.values().getOrDefault(column.field(), List.of()))
                .toList();
        Defaults defaults = known.get(read);
        if (defaults == null) {
            defaults = worked(draft);
            if (known.size() < MOST_KNOWN) {
                known.put(read, defaults);
            }
        }
        return defaults;
    }

    private Defaults worked(UserDraft draft) {
        Map<Field, List<ValuePattern>> patterns = new HashMap<>();
        PasswordPolicy password = new PasswordPolicy.FromFeed();
        for (Account account : accounts) {
            if (matches(account.condition(), draft, patterns)) {
                patterns.putAll(account.patterns());
                password = account.password().isEmpty()
                        ? password
                        : account.password().get(0);
            }
        }
        return new Defaults(patterns, password);
    }

    /** Every column that any pattern of this field reads. */
    Set<Field> fieldsOf(Field field) {
        return accounts.stream()
                .flatMap(account -> account.patterns().getOrDefault(field, List.of()).stream())
                .flatMap(pattern -> pattern.fields().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean matches(Condition condition, UserDraft draft, Map<Field, List<ValuePattern>> above) {
        return !(condition instanceof Condition.Column column)
                || valuesOf(column.field(), draft, above).stream().anyMatch(value -> same(column, value));
    }

    /** What the feed says, else what an account above sets, else the default language. */
    private List<String> valuesOf(Field field, UserDraft draft, Map<Field, List<ValuePattern>> above) {
        List<String> said = draft.values().getOrDefault(field, List.of());
        if (!said.isEmpty()) {
            return said;
        }
        List<String> set = above.getOrDefault(field, List.of()).stream()
                .filter(ValuePattern::isLiteral)
                .flatMap(pattern -> pattern.fill(none -> "", 1).stream())
                .toList();
        return set.isEmpty() && field.equals(Field.LANGUAGE)
                ? List.of(languages.standard().code())
                : set;
    }

    private boolean same(Condition.Column column, String value) {
        if (!column.field().equals(Field.LANGUAGE)) {
            return column.value().strip().equalsIgnoreCase(value.strip());
        }
        return languages.find(column.value()).equals(languages.find(value)) || sameLanguage(column.value(), value);
    }

    /** {@code DE} is for everybody who gets its folders, also under {@code de_AT}. */
    private boolean sameLanguage(String code, String value) {
        Language language = languages.findOrStandard(value).language();
        return language.code().equalsIgnoreCase(code.strip());
    }
}
