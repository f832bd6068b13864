package dev.muster.plan;

import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.Grant;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetPlan;
import java.util.Map;

/**
 * What the planner looks at for one shared account.
 *
 * @param spec what is wanted
 * @param record what is recorded
 * @param wanted whom that means now, groups resolved
 * @param view what there is
 * @param mailbox how the mailbox is made where there is none
 */
public record AccountSituation(
        AccountSpec spec,
        AccountRecord record,
        Map<ObjectKey, Grant> wanted,
        AccountView view,
        TargetPlan.Create mailbox) {}
