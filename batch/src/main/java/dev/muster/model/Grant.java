package dev.muster.model;

import java.util.Optional;

/**
 * How one person is let into a shared account.
 *
 * @param identifier what the mail server calls her in its access lists
 * @param sender the login with which she sends
 * @param role what she may do; empty = she was about to be let in when a run ended, and may have anything or nothing
 */
public record Grant(String identifier, String sender, Optional<MailboxRole> role) {
    /** The same person, of whom it is not known how far she was let in. */
    public Grant begun() {
        return new Grant(identifier, sender, Optional.empty());
    }

    /** Whether the account is among her accounts. */
    public boolean reads() {
        return role.filter(MailboxRole::reads).isPresent();
    }

    public boolean sends() {
        return role.filter(MailboxRole::sends).isPresent();
    }
}
