package dev.muster.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A row of a feed about a group, a resource or a resource group, read and found valid.
 *
 * @param origin the row
 * @param key which object; unique in its feed
 * @param values what the row says, as in {@link RosterSpec}. A missing field means keep; an empty list means clear
 * @param members who is to be a member by this row; empty = it says nothing about members, and all of them stay
 */
public record RosterDraft(
        Origin origin, ObjectKey key, SortedMap<Field, List<String>> values, Optional<Set<ObjectKey>> members) {
    /** @throws IllegalArgumentException as {@link RosterSpec} */
    public RosterDraft {
        RosterSpec checked = new RosterSpec(origin, key, values, members.orElse(Set.of()));
        values = checked.values();
        members = members.map(given -> checked.members());
    }

    /** What is wanted, with the members that are there where the row says nothing about them. */
    public RosterSpec spec(Set<ObjectKey> there) {
        return new RosterSpec(origin, key, values, members.orElse(there));
    }

    /** What this row's claims hang on, such as {@code resource group rooms}. */
    public String identity() {
        return key.toString();
    }
}
