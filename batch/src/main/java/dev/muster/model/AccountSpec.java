package dev.muster.model;

import java.util.List;
import java.util.Optional;

/**
 * A shared account as it is wanted, whole: what a row says, and where it says nothing what was said before.
 *
 * @param origin what asked for it
 * @param key which
 * @param addresses the default one first; at least one
 * @param settings at least name and login; a login may hold the placeholders of {@link AccountField#LOGIN}
 * @param ends where its servers are taken from
 * @param mailbox what its mailbox is to be like
 * @param members who is to have it, groups unresolved
 * @param wishes how it is to be carried out
 */
public record AccountSpec(
        Origin origin,
        ObjectKey key,
        List<MailAddress> addresses,
        AccountSettings settings,
        Ends ends,
        Mailbox mailbox,
        List<AccountMember> members,
        AccountDraft.Wishes wishes) {
    /** Where the servers for reading and for sending are taken from. */
    public record Ends(EndpointSource mail, EndpointSource transport) {}

    /**
     * @param language whose folder names a new mailbox gets; empty = those of the house
     * @param quotaBytes how much it may hold; -1 = no limit, empty = whatever the server says
     */
    public record Mailbox(Optional<String> language, Optional<Long> quotaBytes) {}

    /** @throws IllegalArgumentException if there is no address */
    public AccountSpec {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("The " + key + " has no address.");
        }
        addresses = List.copyOf(addresses);
        members = List.copyOf(members);
    }

    /** The default address. */
    public MailAddress primary() {
        return addresses.get(0);
    }

    /** As the groupware attaches it. */
    public SharedAccount shared() {
        return new SharedAccount(primary(), settings, ends.mail(), ends.transport());
    }

    public boolean hasGroups() {
        return members.stream().anyMatch(AccountMember::isGroup);
    }

    public AccountSpec withPasswords(AccountSettings passwords) {
        AccountSettings all = new AccountSettings(settings.texts(), passwords.passwords());
        return new AccountSpec(origin, key, addresses, all, ends, mailbox, members, wishes);
    }

    /** Whether the two are the same wish, wherever it came from; passwords are not looked at. */
    public boolean means(AccountSpec other) {
        return key.equals(other.key)
                && addresses.equals(other.addresses)
                && settings.texts().equals(other.settings.texts())
                && ends.equals(other.ends)
                && mailbox.equals(other.mailbox)
                && List.copyOf(members).equals(List.copyOf(other.members))
                && wishes.equals(other.wishes);
    }
}
