package dev.muster.plan;

import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is to be done for one person, and in which order.
 *
 * @param key who
 * @param kind the plan as a whole, for totals
 * @param stages what comes after what; the targets of one stage go side by side. A target without a step has nothing to
 *     do
 */
public record ObjectPlan(ObjectKey key, PlanKind kind, List<Map<TargetName, TargetPlan>> stages) {
    public ObjectPlan {
        stages = stages.stream()
                .filter(stage -> !stage.isEmpty())
                .<Map<TargetName, TargetPlan>>map(EnumMap::new)
                .map(Map::copyOf)
                .toList();
    }

    /** LDAP first, because mail and groupware refer to its entry; then the other two side by side. */
    public static ObjectPlan directoryFirst(ObjectKey key, PlanKind kind, Map<TargetName, TargetPlan> steps) {
        return new ObjectPlan(
                key, kind, List.of(only(steps, TargetName.LDAP::equals), only(steps, name -> name != TargetName.LDAP)));
    }

    /**
     * For a directory that is not written: whether the mail server knows her shows at the login only, so the mailbox comes
     * before the groupware, and nobody is left with half an account.
     */
    public static ObjectPlan mailFirst(ObjectKey key, PlanKind kind, Map<TargetName, TargetPlan> steps) {
        return new ObjectPlan(
                key, kind, List.of(only(steps, TargetName.IMAP::equals), only(steps, name -> name != TargetName.IMAP)));
    }

    /**
     * All look first, so that somebody who cannot be deleted is not touched. Then disabled, so that she cannot come back in between; LDAP last, for without its entry a mailbox cannot be
     * reached, and a deletion that broke off begins anew with whoever still has one.
     *
     * @param targets those that may be written
     */
    public static ObjectPlan deletion(TargetPlan.Delete deletion, Set<TargetName> targets) {
        TargetPlan disable = new TargetPlan.Disable(deletion.key(), deletion.origin(), deletion.numbers());
        return new ObjectPlan(
                deletion.key(),
                PlanKind.DELETE,
                List.of(
                        of(new TargetPlan.Examine(deletion), targets, any -> true),
                        of(disable, targets, TargetName.LDAP::equals),
                        of(deletion, targets, name -> name != TargetName.LDAP),
                        of(deletion, targets, TargetName.LDAP::equals)));
    }

    /** Everybody who has something to do. */
    public Set<TargetName> targets() {
        Set<TargetName> targets = new TreeSet<>();
        stages.forEach(stage -> targets.addAll(stage.keySet()));
        return targets;
    }

    /** What the target is to do, in order; who leaves has more than one. */
    public List<TargetPlan> steps(TargetName target) {
        return stages.stream()
                .filter(stage -> stage.containsKey(target))
                .map(stage -> stage.get(target))
                .toList();
    }

    private static Map<TargetName, TargetPlan> of(
            TargetPlan step, Set<TargetName> targets, Predicate<TargetName> which) {
        Map<TargetName, TargetPlan> stage = new EnumMap<>(TargetName.class);
        targets.forEach(target -> stage.put(target, step));
        return only(stage, which);
    }

    private static Map<TargetName, TargetPlan> only(Map<TargetName, TargetPlan> steps, Predicate<TargetName> which) {
        Map<TargetName, TargetPlan> stage = new EnumMap<>(TargetName.class);
        stage.putAll(steps);
        stage.keySet().removeIf(which.negate());
        return stage;
    }
}
