package dev.muster.provision;

import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.plan.ObjectPlan;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a changed object looked like before, field by field; passwords are never read and so never in it. */
final class BeforeImage {
    private BeforeImage() {}

    /** Lines {@code GROUPWARE mail=old@example.org}; empty for a creation. */
    static String of(ObjectPlan plan, Map<TargetName, TargetState> states) {
        StringJoiner image = new StringJoiner("\n");
        new TreeMap<>(plan.steps()).forEach((target, step) -> {
            if (step instanceof TargetPlan.Change change && states.get(target) instanceof TargetState.Present present) {
                change.changes()
                        .forEach(one -> present.values(one.field())
                                .forEach(value -> image.add(target.name() + " " + one.field() + "=" + value)));
            }
        });
        return image.toString();
    }
}
