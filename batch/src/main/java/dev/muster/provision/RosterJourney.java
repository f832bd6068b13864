package dev.muster.provision;

import dev.muster.model.Problem;
import java.util.List;

/**
 * What came of some {@link RosterStep}s.
 *
 * @param done the steps that are done and stay done, in their order
 * @param problems why the next one failed, and every step that could not be taken back; empty = all are done
 * @param warnings what went wrong where the administrator's command heard of it, for which nothing fails
 */
public record RosterJourney(List<RosterStep> done, List<Problem> problems, List<Problem> warnings) {
    public RosterJourney {
        done = List.copyOf(done);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    RosterJourney(List<RosterStep> done, List<Problem> problems) {
        this(done, problems, List.of());
    }

    public boolean succeeded() {
        return problems.isEmpty();
    }
}
