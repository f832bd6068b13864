package dev.muster.config;

import dev.muster.input.Nearest;
import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import dev.muster.model.Vocabulary.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fields that the configuration names: a word of the vocabulary, or an attribute that only the directory knows. */
final class FieldNames {
    private FieldNames() {}

    /**
     * The field of that name.
     *
     * @param key where it stands in the section
     * @throws ConfigurationException if it is no field, but nearly one: as an attribute it would be without effect
     */
    static Field field(Section section, String key, String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (!known(name)) {
            meant(word).ifPresent(near -> {
                throw section.fault(
                        key, "has the field '" + name + "', which is unknown; did you mean '" + near + "'?");
            });
        }
        return Field.of(name);
    }

    private static boolean known(String name) {
        return Vocabulary.word(Field.of(name)).isPresent()
                || Vocabulary.wordOfAttribute(name).isPresent();
    }

    private static Optional<String> meant(String word) {
        return Vocabulary.words().stream()
                .filter(known -> known.names().contains(word))
                .map(known -> known.field().name())
                .findFirst()
                .or(() -> Nearest.of(word, names()));
    }

    private static List<String> names() {
        return Vocabulary.words().stream().map(Word::field).map(Field::name).toList();
    }
}
