package dev.muster.plan;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserSpec;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Everything the planner may look at for one person.
 *
 * @param draft what the row says
 * @param spec what is wanted, completed from the templates
 * @param claims what was decided for her
 * @param last what this source gave her before
 * @param passwordDigest the keyed hash of the password wanted now; empty if none
 * @param states what every target that can be asked holds, whether it is written or not
 * @param keeps which target stores which field
 */
public record Situation(
        UserDraft draft,
        UserSpec spec,
        Claims claims,
        LastApplied last,
        String passwordDigest,
        Map<TargetName, TargetState> states,
        BiPredicate<TargetName, Field> keeps) {
    /** The same situation with other claims. */
    public Situation with(Claims other) {
        return new Situation(draft, spec, other, last, passwordDigest, states, keeps);
    }
}
