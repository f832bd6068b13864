package dev.muster.ledger;

import java.util.Map;

/**
 * What back-ends answered while something was decided, so that it is decided the same after a crash.
 *
 * @param segment the part of the run, by the ordinal of its first row
 * @param answers by question; no secret is among them
 */
public record Tape(long segment, Map<String, String> answers) {
    public Tape {
        answers = Map.copyOf(answers);
    }
}
