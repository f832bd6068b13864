package dev.muster.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shared account as the directory holds it: an object without a password, opened by its members with their own.
 * Immutable.
 *
 * @param account its key; names the entry and the mailbox, and never changes
 * @param primary the address from which it sends
 * @param others more addresses at which it gets mail; never the primary one
 * @param personal the name beside the sender's address; empty = none
 * @param quotaBytes the limit of the mailbox, kept in whole MB (2^20 bytes, rounded up); empty = the mail server's own
 * @param members users who may open the mailbox: those whose role reads
 */
public record AccountEntry(
        ObjectKey account,
        MailAddress primary,
        List<MailAddress> others,
        Optional<String> personal,
        Optional<Long> quotaBytes,
        Set<ObjectKey> members) {
    /** @throws IllegalArgumentException if it is no account's, or a member is no user: groups are to be resolved before */
    public AccountEntry {
        if (account.kind() != ObjectKey.Kind.ACCOUNT) {
            throw new IllegalArgumentException(account + " is no shared account.");
        }
        if (members.stream().anyMatch(member -> member.kind() != ObjectKey.Kind.USER)) {
            throw new IllegalArgumentException("Only users are members of " + account + ".");
        }
        List<MailAddress> more = new ArrayList<>(new LinkedHashSet<>(others));
        more.remove(primary);
        others = List.copyOf(more);
        members = Set.copyOf(members);
    }

    public AccountEntry withMembers(Set<ObjectKey> other) {
        return new AccountEntry(account, primary, others, personal, quotaBytes, other);
    }
}
