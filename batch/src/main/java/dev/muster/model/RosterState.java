package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a target holds of one group, resource or resource group. */
public sealed interface RosterState {
    /** The target was asked and has no such object. */
    record Absent() implements RosterState {}

    /**
     * The target has the object.
     *
     * @param values what it holds, numbers ({@link Field#GID_NUMBER}, {@link Field#PRINCIPAL_ID}) included; a field that
     *     this target keeps and that has no value is missing
     * @param members everybody who is listed as a member
     * @param everybody whether it is the primary group, in which everybody is: its members are not listed, cannot be
     *     removed, and {@code members} is empty
     */
    record Present(SortedMap<Field, List<String>> values, Set<ObjectKey> members, boolean everybody)
            implements RosterState {
        public Present {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
            members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        }

        public Optional<String> first(Field field) {
            return values.getOrDefault(field, List.of()).stream().findFirst();
        }
    }

    /** The target could not say, for this object alone; the reason is for the administrator. */
    record Unknown(String reason) implements RosterState {}
}
