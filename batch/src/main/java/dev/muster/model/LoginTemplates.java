package dev.muster.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Under which names the members of shared accounts are known: the one place for logins in the groupware's rows, entries
 * of access lists, the sender map and cards. Immutable.
 *
 * @param shared the login with which a member opens the shared mailbox
 * @param sender the login with which a member sends: her own, for it is she whom the mail server lets in
 * @param identifier what the mail server calls her in access lists (RFC 4314): her own login as the server turns it
 */
public record LoginTemplates(LoginTemplate shared, LoginTemplate sender, LoginTemplate identifier) {
    private static final LoginTemplate OWN = new LoginTemplate("{{username}}");

    /** The member's user name, with the address behind a slash for the shared mailbox. */
    public static final LoginTemplates DEFAULT = new LoginTemplates(LoginTemplate.DEFAULT, OWN, OWN);

    /** The same with another login to the shared mailbox. */
    public LoginTemplates withShared(LoginTemplate other) {
        return new LoginTemplates(other, sender, identifier);
    }

    /** The names of the placeholders of all three. */
    public Set<String> placeholders() {
        return union(LoginTemplate::placeholders);
    }

    /** Those of them that only the directory can fill. */
    public Set<String> askedOfDirectory() {
        return union(LoginTemplate::askedOfDirectory);
    }

    private Set<String> union(Function<LoginTemplate, Set<String>> names) {
        Set<String> all = new LinkedHashSet<>();
        Stream.of(shared, sender, identifier).map(names).forEach(all::addAll);
        return all;
    }
}
