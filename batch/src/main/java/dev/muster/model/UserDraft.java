package dev.muster.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a feed, read and found valid, before names are given and defaults are filled in.
 *
 * @param origin the row
 * @param identity what the row's claims hang on: the key column's value, else the user name, else a digest of the cells
 *     that the name pattern reads; unique in its feed
 * @param values what the row says. A missing field means keep; an empty list means clear
 * @param password what the row says about the password
 */
public record UserDraft(Origin origin, String identity, SortedMap<Field, List<String>> values, Password password) {
    public UserDraft {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The first value, or empty where the row says nothing or clears the field. */
    public Optional<String> first(Field field) {
        List<String> said = values.getOrDefault(field, List.of());
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(0));
    }

    /** The same draft, its claims hanging on something else. */
    public UserDraft withIdentity(String other) {
        return new UserDraft(origin, other, values, password);
    }

    /** The same draft with further values; {@code more} wins over what is there. */
    public UserDraft with(Map<Field, List<String>> more) {
        SortedMap<Field, List<String>> merged = new TreeMap<>(values);
        merged.putAll(more);
        return new UserDraft(origin, identity, merged, password);
    }

    /** Drafts are keys of maps, and what distinguishes two of them is their identity. */
    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof UserDraft that
                        && identity.equals(that.identity)
                        && origin.equals(that.origin)
                        && values.equals(that.values)
                        && password.equals(that.password);
    }
}
