package dev.muster.template;

import dev.muster.model.Field;
import dev.muster.model.ModuleCombination;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds settings of {@code Accounts.xml} that can never be right. Each answer is what is wrong, or empty. */
final class SettingCheck {
    private static final Set<Field> COUNTING = Set.of(Field.USERNAME, Field.MAIL);
    private static final Set<Field> NOT_SETTABLE =
            Set.of(Field.KEY, Field.PASSWORD, Field.UID_NUMBER, Field.USER_ID, Field.ACCESS_COMBINATION);

    private final Map<Field, Predicate<String>> literals;

    SettingCheck(FolderSets folders) {
        this.literals = Map.of(
                Field.TIMEZONE, ZoneId.getAvailableZoneIds()::contains,
                Field.COUNTRY, Set.of(Locale.getISOCountries())::contains,
                Field.QUOTA, value -> value.matches("\\d{1,12}"),
                Field.ACTIVATED, Switch::isSwitch,
                Field.MODULES,
                        value -> value.matches("\\d{1,10}")
                                || ModuleCombination.ofName(value).isPresent(),
                Field.LANGUAGE, value -> folders.languages().find(value).isPresent(),
                Field.FOLDER_STYLE, folders.styles()::containsKey);
    }

    Optional<String> condition(Account.Condition.Column condition) {
        return condition.field().equals(Field.LANGUAGE) ? literal(Field.LANGUAGE, condition.value()) : Optional.empty();
    }

    Optional<String> setting(Field field, String text, ValuePattern pattern) {
        if (NOT_SETTABLE.contains(field)) {
            return Optional.of("'" + field + "' cannot be a default.");
        }
        if (pattern.counts() && !COUNTING.contains(field)) {
            return Optional.of("{counter} is for username and mail only.");
        }
        if (pattern.fields().contains(Field.USERNAME) && field.equals(Field.USERNAME)) {
            return Optional.of("A user name cannot be made of itself.");
        }
        if (field.equals(Field.MAIL) && text.indexOf('@') < 1) {
            return Optional.of("'" + text + "' makes no mail address.");
        }
        return pattern.isLiteral() ? literal(field, text) : Optional.empty();
    }

    private Optional<String> literal(Field field, String value) {
        boolean right = literals.getOrDefault(field, any -> true).test(value);
        return right ? Optional.empty() : Optional.of("'" + value + "' is no value for '" + field + "'.");
    }
}
