package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.RosterPlan;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.plan.ObjectPlan;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What a changed object looked like before, field by field; passwords are never read and so never in it. */
final class BeforeImage {
    private BeforeImage() {}

    /** Lines {@code GROUPWARE mail=old@example.org}; empty for a creation, everything for a deletion. */
    static String of(ObjectPlan plan, Map<TargetName, TargetState> states) {
        StringJoiner image = new StringJoiner("\n");
        for (TargetName target : TargetName.values()) {
            if (states.get(target) instanceof TargetState.Present present) {
                plan.steps(target)
                        .forEach(step -> fields(step, present)
                                .forEach(field -> present.values(field)
                                        .forEach(value -> image.add(target.name() + " " + field + "=" + value))));
            }
        }
        return image.toString();
    }

    /** The same for a group or resource, with the members who are to go. */
    static String of(RosterWork work) {
        StringJoiner image = new StringJoiner("\n");
        work.steps().forEach((target, step) -> {
            if (step instanceof RosterPlan.Change change) {
                change.changes()
                        .forEach(one -> one.from()
                                .forEach(value -> image.add(target.name() + " " + one.field() + "=" + value)));
                change.going().forEach(member -> image.add(target.name() + " members=" + member.name()));
            }
        });
        return image.toString();
    }

    private static List<Field> fields(TargetPlan step, TargetState.Present present) {
        if (step instanceof TargetPlan.Change change) {
            return change.changes().stream().map(FieldChange::field).toList();
        }
        return step instanceof TargetPlan.Delete ? List.copyOf(present.values().keySet()) : List.of();
    }
}
