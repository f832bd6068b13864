package dev.muster.legacy.overlay;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which values (addresses, keys) objects hold by what calls planned, and who holds a value: asked for every call, so that
 * nobody looks through all objects. For one thread.
 *
 * @param <K> what an object is known by
 */
final class Held<K> {
    private final Map<K, List<String>> held = new HashMap<>();
    private final Map<String, Set<K>> holders = new HashMap<>();

    /** From now on the object holds these values and no others. */
    void put(K key, List<String> values) {
        held.getOrDefault(key, List.of())
                .forEach(value ->
                        holders.getOrDefault(value, new LinkedHashSet<>()).remove(key));
        held.put(key, List.copyOf(values));
        values.forEach(value ->
                holders.computeIfAbsent(value, any -> new LinkedHashSet<>()).add(key));
    }

    /** A value and one of its holders. */
    record Holding<K>(String value, K holder) {}

    Stream<Holding<K>> of(Collection<String> values) {
        return values.stream()
                .distinct()
                .flatMap(value -> holders.getOrDefault(value, Set.of()).stream().map(key -> new Holding<>(value, key)));
    }
}
