package dev.muster.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a shared account is.
 *
 * @param key its key
 * @param addresses the default one first
 * @param members who was given it, and as what
 * @param people whom each member means now: herself, or everybody in the group
 * @param mailbox what is in it
 * @param differences between what was asked for and what the back-ends hold; empty = none
 */
public record AccountStatus(
        ObjectKey key,
        List<MailAddress> addresses,
        List<AccountMember> members,
        Map<ObjectKey, Set<ObjectKey>> people,
        MailboxStatus mailbox,
        List<AccountDifference> differences) {
    public AccountStatus {
        addresses = List.copyOf(addresses);
        members = List.copyOf(members);
        people = Map.copyOf(people);
        differences = List.copyOf(differences);
    }
}
