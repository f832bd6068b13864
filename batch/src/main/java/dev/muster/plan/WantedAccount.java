package dev.muster.plan;

import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.SharedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A shared account as it was asked for, and whom that means at this moment.
 *
 * @param key names the mailbox and the directory's object
 * @param account what its rows are to say; its address is the default one
 * @param others more addresses
 * @param quotaBytes the limit of the mailbox; -1 = none; empty = nobody asked for one
 * @param people users and their roles, groups resolved
 */
public record WantedAccount(
        ObjectKey key,
        SharedAccount account,
        List<MailAddress> others,
        Optional<Long> quotaBytes,
        Map<ObjectKey, MailboxRole> people) {
    public WantedAccount {
        others = List.copyOf(others);
        people = Map.copyOf(people);
    }

    /** Who sees the account. */
    Set<ObjectKey> readers() {
        return having(MailboxRole::reads);
    }

    /** Who may send with its addresses. */
    Set<ObjectKey> senders() {
        return having(MailboxRole::sends);
    }

    private Set<ObjectKey> having(Predicate<MailboxRole> role) {
        return people.entrySet().stream()
                .filter(each -> role.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
