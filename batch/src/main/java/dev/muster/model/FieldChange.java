package dev.muster.model;

import java.util.List;

/**
 * One field that is to become something else.
 *
 * @param field which; for {@link Field#PASSWORD} both lists are empty and the spec carries the password
 * @param from what the target held when the plan was made; empty = nothing
 * @param to what it is to hold; empty = cleared
 */
public record FieldChange(Field field, List<String> from, List<String> to) {
    public FieldChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
