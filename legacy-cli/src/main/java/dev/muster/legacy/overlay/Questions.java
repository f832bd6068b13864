package dev.muster.legacy.overlay;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Questions to back-ends, each asked once: what was answered is kept, and after a crash answered again from the record.
 * Thread-safe.
 */
public final class Questions {
    private static final int LONGEST = 400;
    private final Map<String, String> answers;

    /** @param recorded what was answered before; empty at first */
    public Questions(Map<String, String> recorded) {
        this.answers = new ConcurrentHashMap<>(recorded);
    }

    /** Everything that was answered, by question. */
    public Map<String, String> answers() {
        return new HashMap<>(answers);
    }

    /**
     * An answer for every key, from the record as far as it goes. Several back-ends may be asked at the same time.
     *
     * @param asked how the question about a key is called
     * @param ask asks about the others, in bulk
     */
    <K> Map<K, String> ask(Collection<K> keys, Function<K, String> asked, Function<List<K>, Map<K, String>> ask) {
        Function<K, String> question = asked.andThen(Questions::kept);
        List<K> open = keys.stream()
                .distinct()
                .filter(key -> !answers.containsKey(question.apply(key)))
                .toList();
        if (!open.isEmpty()) {
            ask.apply(open).forEach((key, answer) -> answers.put(question.apply(key), answer));
        }
        Map<K, String> found = new HashMap<>();
        keys.forEach(key -> found.put(key, answers.getOrDefault(question.apply(key), "")));
        return found;
    }

    /** No name or address is that long that means anything. */
    private static String kept(String question) {
        return question.length() <= LONGEST
                ? question
                : question.substring(0, LONGEST) + "... " + question.length() + " " + question.hashCode();
    }
}
