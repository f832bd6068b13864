package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import dev.muster.model.Vocabulary.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out what a column means: by the settings' mapping first, then by the vocabulary's names and attributes. */
final class ColumnNames {
    private static final Map<String, Word> KNOWN = known();

    private final Map<String, Field> mapping = new HashMap<>();

    ColumnNames(Map<String, Field> mapping) {
        mapping.forEach((name, field) -> this.mapping.put(folded(name), field));
    }

    /** The meaning of a column; empty when nobody knows it. */
    Optional<Column> find(String name) {
        Field mapped = mapping.get(folded(name));
        if (mapped != null) {
            return Optional.of(column(name, mapped));
        }
        return Optional.ofNullable(KNOWN.get(folded(name))).map(word -> Column.of(name, word));
    }

    /** The known name that a misspelt one was probably meant to be; empty when none is near. */
    static Optional<String> nearest(String name) {
        return Nearest.of(folded(name), KNOWN.keySet())
                .flatMap(known -> Optional.ofNullable(KNOWN.get(known)))
                .map(word -> word.field().name());
    }

    /** How many of these names are known: the measure of a guessed delimiter. */
    long known(Collection<String> names) {
        return names.stream().filter(name -> find(name).isPresent()).count();
    }

    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> character != '_' && character != '-' && !Character.isWhitespace(character))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static Column column(String name, Field field) {
        return Vocabulary.word(field)
                .map(word -> Column.of(name, word))
                .orElseGet(() -> new Column(name, field, Vocabulary.Kind.TEXT, 1_024));
    }

    private static Map<String, Word> known() {
        Map<String, Word> known = new HashMap<>();
        for (Word word : Vocabulary.words()) {
            known.put(folded(word.field().name()), word);
            word.names().forEach(name -> known.putIfAbsent(folded(name), word));
        }
        Vocabulary.words().forEach(word -> known.putIfAbsent(folded(word.attribute()), word));
        known.remove("");
        return known;
    }
}
