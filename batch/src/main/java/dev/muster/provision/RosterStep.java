package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;

/**
 * What one target is to do for one group or resource.
 *
 * @param before what the target held when the step was planned; taking it back leads there
 */
public record RosterStep(TargetName target, RosterPlan plan, RosterState before) {
    /** The groupware's number of the object; 0 where it is not known, or this is another target's step. */
    long groupwareId() {
        if (target == TargetName.GROUPWARE && plan instanceof RosterPlan.Create create) {
            return create.claims().principalId();
        }
        return target == TargetName.GROUPWARE && before instanceof RosterState.Present present
                ? present.first(Field.PRINCIPAL_ID).map(Long::parseLong).orElse(0L)
                : 0;
    }
}
