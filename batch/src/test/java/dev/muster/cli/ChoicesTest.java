package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.input.ValueRules;
import dev.muster.model.TargetName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void aResumedRunReadsItsFeedByTheRulesThatItBeganWith() {
        Choices begun = Choices.of(List.of("imap"), List.of("username"), Leniency.of("lenient", "drop-value"));
        Choices resumed = Choices.parse(begun.text());
        assertThat(resumed).isEqualTo(begun);
        assertThat(resumed.leniency().over(ValueRules.defaults()))
                .isEqualTo(ValueRules.defaults().lenient().withInvalid(ValueRules.InvalidValues.DROP_VALUE));
    }

    @Test
    void runsOfOlderVersionsAreUnderstood() {
        Choices old = Choices.parse("only=GROUPWARE;adopt=");
        assertThat(old.only()).containsExactly(TargetName.GROUPWARE);
        assertThat(old.leniency()).isEqualTo(Leniency.none());
    }

    @Test
    void whatTheCommandLineLeavesOpenTheConfigurationDecides() {
        ValueRules lenient = ValueRules.defaults().lenient();
        assertThat(Leniency.of("", "").over(lenient)).isEqualTo(lenient);
        assertThat(Leniency.of("strict", "").over(lenient)).isEqualTo(ValueRules.defaults());
    }
}
