package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.plan.ObjectPlan;
import java.util.List;
import java.util.Map;

/** What planning made of a row. */
public sealed interface PlannedRow {
    UserDraft draft();

    /**
     * There is a plan.
     *
     * @param states what the plan was made from
     */
    record Ready(UserDraft draft, ObjectPlan plan, Map<TargetName, TargetState> states) implements PlannedRow {
        /** The plan as it is kept. */
        public PlanRow toRecord() {
            return new PlanRow(
                    draft.origin().ordinal(),
                    draft.origin().line(),
                    draft.identity(),
                    plan.key().name(),
                    plan.kind(),
                    ChangeDigests.of(plan));
        }
    }

    /** The row is rejected: something else stands where the person should be. */
    record Refused(UserDraft draft, List<Problem> problems) implements PlannedRow {}
}
