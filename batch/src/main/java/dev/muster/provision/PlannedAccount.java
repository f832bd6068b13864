package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import java.util.List;

/** What planning made of a shared account. */
public sealed interface PlannedAccount {
    /** There is a plan. */
    record Ready(PlanRow row, Origin origin) implements PlannedAccount {}

    /** The row is rejected. */
    record Refused(List<Problem> problems) implements PlannedAccount {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
