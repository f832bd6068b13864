package dev.muster.provision;

import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;

/**
 * What one target is to do for one group or resource.
 *
 * @param before what the target held when the step was planned; taking it back leads there
 */
public record RosterStep(TargetName target, RosterPlan plan, RosterState before) {}
