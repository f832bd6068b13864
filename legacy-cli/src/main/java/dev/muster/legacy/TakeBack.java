package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes back what a plan has made of somebody who was not there before: last things first, the entry at the end. */
final class TakeBack {
    private final LegacySite site;
    private final ObjectPlan plan;
    private final Set<TargetName> left = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    TakeBack(LegacySite site, ObjectPlan plan) {
        this.site = site;
        this.plan = plan;
    }

    /** @param tried the targets in which something may have been made */
    void run(Set<TargetName> tried) {
        List<Map<TargetName, TargetPlan>> stages = new ArrayList<>(plan.stages());
        Collections.reverse(stages);
        stages.forEach(stage -> stage.forEach((name, step) -> {
            if (tried.contains(name) && step instanceof TargetPlan.Create made) {
                undo(name, made);
            }
        }));
    }

    /** The targets in which something stayed. */
    Set<TargetName> left() {
        return left;
    }

    /** What came of it, as sentences for whoever called. */
    String report() {
        String stayed = left.isEmpty()
                ? "What was made was taken back."
                : "What was made was taken back, but not in " + PersonMaking.names(left) + ": look what is there of "
                        + plan.key().name() + ".";
        return (stayed + " " + String.join(" ", notes)).strip();
    }

    private void undo(TargetName name, TargetPlan.Create made) {
        Target target = site.targets().all().get(name);
        TargetPlan back = TargetPlan.Delete.undoing(made);
        try {
            ObjectKey key = back.key();
            StepOutcome outcome =
                    target == null ? null : target.apply(List.of(back)).get(key);
            if (outcome instanceof StepOutcome.Done done) {
                notes.addAll(done.notes());
                return;
            }
        } catch (TargetException away) {
            notes.add(String.valueOf(away.getMessage()));
        }
        left.add(name);
    }
}
