package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.TargetName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTotalsTest {
    @Test
    void countEveryOutcomeOfEveryTarget() {
        assertThat(TargetTotals.of(Map.of(
                        "LDAP=done groupware=done IMAP=done", 5L,
                        "LDAP=done groupware=failed IMAP=aborted", 2L,
                        "LDAP=done groupware=done IMAP=unknown", 1L,
                        "", 4L)))
                .containsExactly(
                        new TargetTotals(TargetName.LDAP, 8, 0, 0, 0),
                        new TargetTotals(TargetName.GROUPWARE, 6, 2, 0, 0),
                        new TargetTotals(TargetName.IMAP, 5, 0, 2, 1));
    }

    @Test
    void leaveOutATargetThatWasNotWrittenTo() {
        assertThat(TargetTotals.of(Map.of("IMAP=done", 1L)))
                .extracting(TargetTotals::target)
                .containsExactly(TargetName.IMAP);
    }
}
