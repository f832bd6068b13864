package dev.muster.legacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks values up in bulk and once, and knows better where it was told. For one thread. */
final class Lookup<K, V> {
    private static final int AT_ONCE = 500;
    private final Function<Collection<K>, Map<K, V>> ask;
    private final Map<K, Optional<V>> known = new HashMap<>();

    Lookup(Function<Collection<K>, Map<K, V>> ask) {
        this.ask = ask;
    }

    /** The values of those keys that have one. */
    Map<K, V> find(Collection<K> keys) {
        List<K> open = new ArrayList<>(
                keys.stream().filter(key -> !known.containsKey(key)).distinct().toList());
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            List<K> some = open.subList(from, Math.min(open.size(), from + AT_ONCE));
            Map<K, V> answers = ask.apply(some);
            some.forEach(key -> known.put(key, Optional.ofNullable(answers.get(key))));
        }
        Map<K, V> found = new HashMap<>();
        keys.forEach(key -> known.getOrDefault(key, Optional.empty()).ifPresent(value -> found.put(key, value)));
        return found;
    }

    void put(K key, V value) {
        known.put(key, Optional.of(value));
    }
}
