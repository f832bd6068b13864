package dev.muster.provision;

import dev.muster.model.Problem;
import java.util.List;

/**
 * What came of some {@link RosterStep}s.
 *
 * @param done the steps that are done and stay done, in their order
 * @param problems why the next one failed, and every step that could not be taken back; empty = all are done
 */
public record RosterJourney(List<RosterStep> done, List<Problem> problems) {
    public RosterJourney {
        done = List.copyOf(done);
        problems = List.copyOf(problems);
    }

    public boolean succeeded() {
        return problems.isEmpty();
    }
}
