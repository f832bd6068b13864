package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Vocabulary.Word;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void aFieldKnowsItsAttribute() {
        assertThat(Vocabulary.attribute(Field.of("telephone_home1"))).contains("homePhone");
    }

    @Test
    void aFieldKnowsItsContactColumn() {
        assertThat(Vocabulary.contactColumn(Field.of("userfield20"))).contains("field89");
    }

    @Test
    void anUnknownFieldIsItsOwnAttribute() {
        assertThat(Vocabulary.attribute(Field.of("carLicense"))).contains("carlicense");
    }

    @Test
    void aFieldOfTheGroupwareAloneHasNoAttribute() {
        assertThat(Vocabulary.attribute(Field.QUOTA)).isEmpty();
    }

    @Test
    void attributesAreFoundWithoutRegardToCase() {
        assertThat(Vocabulary.wordOfAttribute("TELEPHONENUMBER").map(Word::field))
                .contains(Field.of("telephone_business1"));
    }

    @Test
    void noFieldAttributeOrContactColumnStandsTwice() {
        assertThat(Vocabulary.words()).extracting(Word::field).doesNotHaveDuplicates();
        assertThat(attributes()).doesNotHaveDuplicates();
        assertThat(Vocabulary.words())
                .extracting(Word::contactColumn)
                .filteredOn(column -> !column.isEmpty())
                .doesNotHaveDuplicates();
    }

    private static List<String> attributes() {
        return Vocabulary.words().stream()
                .map(word -> word.attribute().toLowerCase(Locale.ROOT))
                .filter(attribute -> !attribute.isEmpty())
                .toList();
    }
}
