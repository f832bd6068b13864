package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupwareModuleTest {
    @ParameterizedTest
    @CsvSource({
        "webmail,0",
        "calendar,1",
        "contacts,2",
        "tasks,3",
        "documents,4",
        "projects,5",
        "forum,6",
        "pinboard,7",
        "bookmarks,12"
    })
    void aWordOfDisableNamesItsBit(String word, int bit) {
        assertThat(GroupwareModule.ofDisableName(word).orElseThrow().mask()).isEqualTo(1L << bit);
    }

    @ParameterizedTest
    @CsvSource({
        "access-syncml,14", "access-edit-public-folder,15", "access-read-create-shared-Folders,16",
        "access-edit-password,20", "access-active-sync,25", "access-denied-portal,28"
    })
    void anAccessColumnNamesItsBit(String column, int bit) {
        assertThat(GroupwareModule.ofAccessColumn(Field.of(column))
                        .orElseThrow()
                        .mask())
                .isEqualTo(1L << bit);
    }

    @Test
    void wordsWithoutABitAreNoModule() {
        assertThat(GroupwareModule.DISABLED_WITHOUT_BIT)
                .allSatisfy(
                        word -> assertThat(GroupwareModule.ofDisableName(word)).isEmpty());
    }

    @Test
    void anEmptyNameIsNoModule() {
        assertThat(GroupwareModule.ofDisableName("")).isEmpty();
    }

    @Test
    void aCombinationIsFoundInAnyCase() {
        assertThat(ModuleCombination.ofName("Pim_Plus").orElseThrow().bits()).isEqualTo(15);
    }
}
