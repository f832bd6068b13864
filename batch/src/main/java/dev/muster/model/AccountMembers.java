package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom users and groups mean at this moment.
 *
 * @param users the users themselves first, then the groups' members; each once
 * @param unknownUsers numbers that no user has; guests are none
 * @param unknownGroups numbers that no group has
 */
public record AccountMembers(Set<Long> users, List<Long> unknownUsers, List<Long> unknownGroups) {
    public AccountMembers {
        users = Collections.unmodifiableSet(new LinkedHashSet<>(users));
        unknownUsers = List.copyOf(unknownUsers);
        unknownGroups = List.copyOf(unknownGroups);
    }
}
