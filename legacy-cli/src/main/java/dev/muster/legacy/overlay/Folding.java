package dev.muster.legacy.overlay;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Password;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one plan of two that come one after the other. */
public final class Folding {
    private Folding() {}

    /** What has the effect of the first and then the second. */
    static TargetPlan of(TargetPlan first, TargetPlan second) {
        if (!(second instanceof TargetPlan.Change change)) {
            return second;
        }
        if (first instanceof TargetPlan.Create create) {
            return new TargetPlan.Create(changed(create.spec(), change), create.claims());
        }
        return first instanceof TargetPlan.Change earlier ? both(earlier, change) : second;
    }

    /**
     * What takes a change back.
     *
     * @param before the password from before; {@link Password.Keep} where nobody knows it, which leaves it as it is
     */
    public static TargetPlan.Change back(TargetPlan.Change change, Password before) {
        List<FieldChange> back = change.changes().stream()
                .filter(each -> !each.field().equals(Field.PASSWORD) || !(before instanceof Password.Keep))
                .map(each -> new FieldChange(each.field(), each.to(), each.from()))
                .toList();
        return new TargetPlan.Change(with(change.spec(), before), change.claims(), back);
    }

    private static UserSpec changed(UserSpec spec, TargetPlan.Change change) {
        UserSpec changed = withPassword(spec, change);
        for (FieldChange each : change.changes()) {
            changed = each.field().equals(Field.PASSWORD) ? changed : changed.with(each.field(), each.to());
        }
        return changed;
    }

    private static TargetPlan both(TargetPlan.Change first, TargetPlan.Change second) {
        Map<Field, FieldChange> changes = new LinkedHashMap<>();
        first.changes().forEach(each -> changes.put(each.field(), each));
        second.changes()
                .forEach(each -> changes.merge(
                        each.field(), each, (from, to) -> new FieldChange(to.field(), from.from(), to.to())));
        List<FieldChange> all = new ArrayList<>(changes.values());
        return new TargetPlan.Change(withPassword(first.spec(), second), second.claims(), all);
    }

    private static UserSpec withPassword(UserSpec spec, TargetPlan.Change change) {
        Password later = change.spec().password();
        return with(spec, later instanceof Password.Keep ? spec.password() : later);
    }

    private static UserSpec with(UserSpec spec, Password password) {
        return new UserSpec(
                spec.origin(),
                spec.identity(),
                spec.userName(),
                spec.values(),
                password,
                spec.folders(),
                spec.groupwareFolders());
    }
}
