package dev.muster.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredCommandTest {
    @Test
    void aNameOnItsOwnBecomesAWordForEachValueAndCommasStandBetweenThemElsewhere() {
        ConfiguredCommand command = new ConfiguredCommand(List.of("flush", "--ids={ids}", "{kind}", "{ids}"));
        assertThat(command.withEach("ids", List.of("3", "5")).words())
                .containsExactly("flush", "--ids=3,5", "{kind}", "3", "5");
    }

    @Test
    void whatStandsForAValueStaysOneWordWhateverIsInIt() {
        ConfiguredCommand command = new ConfiguredCommand(List.of("echo", "{usernames}"));
        assertThat(command.withEach("usernames", List.of("$(reboot); rm *", "{ids}"))
                        .words())
                .containsExactly("echo", "$(reboot); rm *", "{ids}");
    }

    @Test
    void itsNamesAreThoseInBraces() {
        assertThat(new ConfiguredCommand(List.of("a", "{ids}", "x={kind}")).names())
                .containsExactly("ids", "kind");
    }
}
