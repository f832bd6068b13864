package dev.muster.target.ldap;

import dev.muster.model.Field;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The few fields whose values the directory writes in another form than the feed. Immutable. */
final class ValueForms {
    /** Passwords that must be changed at the first login were last changed on day 0 (shadow(5)). */
    private static final String NEVER = "0";

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String QUOTA = "{quota}";

    private final LdapPerson person;
    private final Map<Field, UnaryOperator<List<String>>> writing;
    private final Map<Field, UnaryOperator<List<String>>> reading;

    ValueForms(LdapPerson person) {
        this.person = person;
        writing = Map.of(
                Field.ACTIVATED, each(value -> value.equals(YES) ? person.enabled() : person.disabled()),
                Field.CHANGE_PASSWORD, values -> values.contains(YES) ? List.of(NEVER) : List.of(),
                Field.QUOTA, each(value -> person.quotaFormat().replace(QUOTA, value)));
        reading = Map.of(
                Field.ACTIVATED, each(value -> value.equalsIgnoreCase(person.enabled()) ? YES : NO),
                Field.CHANGE_PASSWORD, values -> List.of(values.contains(NEVER) ? YES : NO),
                Field.QUOTA, each(this::megabytes));
    }

    /** The feed's values as the directory keeps them. */
    List<String> write(Field field, List<String> values) {
        return writing.getOrDefault(field, UnaryOperator.identity()).apply(values);
    }

    /** The directory's values as the feed would give them; what is not in our form comes back as it is. */
    List<String> read(Field field, List<String> values) {
        return reading.getOrDefault(field, UnaryOperator.identity()).apply(values);
    }

    private String megabytes(String value) {
        int start = person.quotaFormat().indexOf(QUOTA);
        String before = person.quotaFormat().substring(0, start);
        String after = person.quotaFormat().substring(start + QUOTA.length());
        boolean ours =
                value.length() > before.length() + after.length() && value.startsWith(before) && value.endsWith(after);
        return ours ? value.substring(start, value.length() - after.length()) : value;
    }

    private static UnaryOperator<List<String>> each(UnaryOperator<String> form) {
        return values -> values.stream().map(form).toList();
    }
}
