package dev.muster.provision;

import dev.muster.model.FieldChange;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plans in a form that can be kept without keeping anybody's data: what changes where, values as hashes. */
public final class ChangeDigests {
    private ChangeDigests() {}

    /** One line per creation, deletion and change of a field, such as {@code GROUPWARE mail 7f3a01c2 0b11fe09}. */
    public static List<String> of(ObjectPlan plan) {
        List<String> digests = new ArrayList<>();
        for (TargetName target : TargetName.values()) {
            plan.steps(target).forEach(step -> digests.addAll(digests(target, step)));
        }
        return digests;
    }

    private static List<String> digests(TargetName target, TargetPlan step) {
        if (step instanceof TargetPlan.Change change) {
            return change.changes().stream().map(one -> digest(target, one)).toList();
        }
        return List.of(target.name() + " " + step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
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
