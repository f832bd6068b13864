package dev.muster.provision;

import dev.muster.model.FieldChange;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans in a form that can be kept without keeping anybody's data: what changes where, values as hashes. */
public final class ChangeDigests {
    private ChangeDigests() {}

    /** One line per creation and per change of a field, such as {@code GROUPWARE mail 7f3a01c2 0b11fe09}. */
    public static List<String> of(ObjectPlan plan) {
        List<String> digests = new ArrayList<>();
        Map<TargetName, TargetPlan> steps = new TreeMap<>(plan.steps());
        steps.forEach((target, step) -> {
            if (step instanceof TargetPlan.Change change) {
                change.changes().forEach(one -> digests.add(digest(target, one)));
            } else {
                digests.add(target.name() + " create");
            }
        });
        return digests;
    }

    private static String digest(TargetName target, FieldChange change) {
        return "%s %s %08x %08x"
                .formatted(
                        target.name(),
                        change.field(),
                        change.from().hashCode(),
                        change.to().hashCode());
    }
}
