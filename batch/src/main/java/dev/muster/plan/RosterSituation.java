package dev.muster.plan;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything the planner may look at for one group, resource or resource group in one target.
 *
 * @param spec what is wanted
 * @param claims the numbers that were decided for it
 * @param given the members that this source gave it before
 * @param complete whether the source names every member, so that those whom somebody else gave it go too
 * @param there what the target holds
 * @param keeps which fields the target stores of such objects
 */
public record RosterSituation(
        RosterSpec spec,
        RosterClaims claims,
        Set<ObjectKey> given,
        boolean complete,
        RosterState there,
        Predicate<Field> keeps) {
    public RosterSituation {
        given = Set.copyOf(given);
    }
}
