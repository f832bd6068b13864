package dev.muster.plan;

import dev.muster.model.Claims;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be done for one person, and in which order.
 *
 * @param spec the person as wanted
 * @param claims what was decided for her
 * @param kind the plan as a whole, for totals
 * @param steps what each target is to do; a target without a step has nothing to do
 * @param order which targets go side by side, and what comes after what
 */
public record ObjectPlan(
        UserSpec spec, Claims claims, PlanKind kind, Map<TargetName, TargetPlan> steps, List<Set<TargetName>> order) {
    /** LDAP first, because mail and groupware refer to its entry; then the other two side by side. */
    public static final List<Set<TargetName>> DIRECTORY_FIRST =
            List.of(Set.of(TargetName.LDAP), Set.of(TargetName.GROUPWARE, TargetName.IMAP));

    public ObjectPlan {
        steps = steps.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(steps));
        order = List.copyOf(order);
    }

    public ObjectKey key() {
        return spec.key();
    }
}
