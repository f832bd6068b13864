package dev.muster.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedGuardTest {
    private final FeedGuard guard = new FeedGuard(20, 100);

    @Test
    void aFeedThatIsMostlyRejectedDoesNotGoAhead() {
        assertThat(guard.objection(1000, 201)).get().asString().contains("201 of 1000");
        assertThat(guard.objection(1000, 200)).isEmpty();
    }

    @Test
    void inAShortFeedAFewRejectsAreNoSign() {
        assertThat(guard.objection(2, 1)).isEmpty();
    }

    @Test
    void anEmptyFeedDoesNotGoAhead() {
        assertThat(guard.objection(0, 0)).isPresent();
    }
}
