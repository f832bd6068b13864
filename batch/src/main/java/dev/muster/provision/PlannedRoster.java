package dev.muster.provision;

import dev.muster.model.Problem;
import java.util.List;

/** What planning made of a row about a group, a resource or a resource group. */
public sealed interface PlannedRoster {
    /** There is a plan. */
    record Ready(RosterWork work) implements PlannedRoster {}

    /** The row is rejected. */
    record Refused(List<Problem> problems) implements PlannedRoster {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
