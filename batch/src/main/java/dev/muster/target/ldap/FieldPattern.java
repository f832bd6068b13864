package dev.muster.target.ldap;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.UserSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with fields in braces, such as {@code /home/{username}}. */
record FieldPattern(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final String MAIL_DOMAIN = "maildomain";

    /** The text with every placeholder filled in; empty when one of the values is missing. */
    Optional<String> fill(Function<String, Optional<String>> values, UnaryOperator<String> escape) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            Optional<String> value = values.apply(matcher.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(escape.apply(value.get())));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    /** As {@link #fill(Function, UnaryOperator)}, with values as they are. */
    Optional<String> fill(Function<String, Optional<String>> values) {
        return fill(values, UnaryOperator.identity());
    }

    /** Whether the text changes with the field. */
    boolean mentions(Field field) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .anyMatch(name -> Field.of(name).equals(field) || (isMailDomain(name) && field.equals(Field.MAIL)));
    }

    /** What the placeholders mean for one person. */
    static Function<String, Optional<String>> valuesOf(UserSpec spec, Claims claims) {
        return name -> {
            Field field = Field.of(name);
            if (field.equals(Field.USERNAME)) {
                return Optional.of(spec.userName().value());
            }
            if (field.equals(Field.UID_NUMBER)) {
                return Optional.of(Long.toString(claims.uidNumber()));
            }
            Optional<String> given = spec.first(field);
            return given.isEmpty() && isMailDomain(name)
                    ? spec.first(Field.MAIL).map(mail -> MailAddress.of(mail).domain())
                    : given;
        };
    }

    private static boolean isMailDomain(String name) {
        return name.equalsIgnoreCase(MAIL_DOMAIN);
    }
}
