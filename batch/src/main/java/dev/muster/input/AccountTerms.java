package dev.muster.input;

import dev.muster.model.AccountDefaults;
import dev.muster.model.MailboxRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a feed can say about shared accounts.
 *
 * @param roles the role of a name, in any case; empty = there is no such role
 * @param names the names of all roles, for whoever misspelt one
 * @param defaults what is meant where nothing is said
 */
public record AccountTerms(
        Function<String, Optional<MailboxRole>> roles, List<String> names, AccountDefaults defaults) {
    public AccountTerms {
        names = List.copyOf(names);
    }

    /** The house's roles and defaults. */
    public static AccountTerms house() {
        return new AccountTerms(
                MailboxRole::of,
                List.of("viewer", "editor", "agent", "manager", "owner", "send-only"),
                AccountDefaults.HOUSE);
    }
}
