package dev.muster.model;

import java.util.Locale;

/**
 * Under which names one member of a shared account is known.
 *
 * @param shared the login with which she opens the shared mailbox, with her own password
 * @param sender the login with which she sends
 * @param identifier what the mail server calls her in access lists; in lower case, as servers compare it
 */
public record AccountLogin(String shared, String sender, String identifier) {
    /** By her user name alone. */
    public static AccountLogin own(ObjectKey user) {
        return new AccountLogin(user.name(), user.name(), user.name().toLowerCase(Locale.ROOT));
    }
}
