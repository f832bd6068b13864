package dev.muster.model;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody logs in to a shared account: a text in which names in double braces stand for what is different from
 * member to member and from account to account. Named as Univention's connector names them: {@code fa_email_address}
 * and {@code fa_entry_uuid} are the account's; {@code username}, {@code dn}, {@code entry_uuid} and every attribute of
 * the directory are the member's. {@code fa_name}, the name of the account's mailbox, is a word of the house. Immutable.
 *
 * @param text such as {@code {{username}}/{{fa_email_address}}}; without a placeholder it is the same for everybody
 */
public record LoginTemplate(String text) {
    public static final String USERNAME = "username";
    public static final String ADDRESS = "fa_email_address";
    public static final String ACCOUNT = "fa_name";
    public static final String ACCOUNT_UUID = "fa_entry_uuid";

    /** The member's own login and, behind a slash, the address. */
    public static final LoginTemplate DEFAULT = new LoginTemplate("{{username}}/{{fa_email_address}}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_;-]*)\\s*}}");
    private static final Set<String> KNOWN_WITHOUT_DIRECTORY = Set.of(USERNAME, ADDRESS, ACCOUNT);

    /**
     * A template that somebody wrote.
     *
     * @throws IllegalArgumentException if it is empty, or has braces that are no placeholder
     */
    public static LoginTemplate of(String text) {
        String literal = PLACEHOLDER.matcher(text).replaceAll("");
        if (text.isBlank() || literal.contains("{{") || literal.contains("}}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no template of a login; one such as '" + DEFAULT.text + "' is wanted.");
        }
        return new LoginTemplate(text);
    }

    /** The names of its placeholders, in their order. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The placeholders that only the directory can fill. */
    public Set<String> askedOfDirectory() {
        Set<String> names = placeholders();
        names.removeAll(KNOWN_WITHOUT_DIRECTORY);
        return names;
    }

    /** Whether the groupware can fill it: it knows the user names of members and the addresses of accounts. */
    public boolean isPlain() {
        return Set.of(USERNAME, ADDRESS).containsAll(placeholders());
    }

    /** The login. @param values what stands for a name */
    public String fill(Function<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** The same where only these are known; other placeholders stay. */
    public String fillKnown(Map<String, String> values) {
        return fill(name -> values.getOrDefault(name, "{{" + name + "}}"));
    }
}
