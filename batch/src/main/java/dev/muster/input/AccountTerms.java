package dev.muster.input;

import dev.muster.model.AccountDefaults;
import dev.muster.model.MailboxRoles;

/**
 * What a feed can say about shared accounts.
 *
 * @param roles those that its members can have
 * @param defaults what is meant where nothing is said
 */
public record AccountTerms(MailboxRoles roles, AccountDefaults defaults) {
    /** The house's roles and defaults. */
    public static AccountTerms house() {
        return new AccountTerms(MailboxRoles.HOUSE, AccountDefaults.HOUSE);
    }
}
