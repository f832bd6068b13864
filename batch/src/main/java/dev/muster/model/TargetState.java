package dev.muster.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a target holds of one object. */
public sealed interface TargetState {
    /** The target was asked and has no such object. */
    record Absent() implements TargetState {}

    /**
     * The target has the object.
     *
     * @param values what it holds, in the feed's vocabulary; a field that this target keeps and that has no value is
     *     missing. Passwords are never read
     */
    record Present(SortedMap<Field, List<String>> values) implements TargetState {
        public Present {
            values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public static Present of(Map<Field, List<String>> values) {
            return new Present(new TreeMap<>(values));
        }

        public List<String> values(Field field) {
            return values.getOrDefault(field, List.of());
        }
    }

    /** The target could not say, for this object alone; the reason is for the administrator. */
    record Unknown(String reason) implements TargetState {}
}
