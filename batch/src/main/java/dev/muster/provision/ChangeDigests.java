package dev.muster.provision;

import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.ObjectPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The same for a group or resource; its members are one line {@code LDAP members 7f3a01c2 0b11fe09}. */
    static List<String> of(Map<TargetName, RosterPlan> steps) {
        List<String> digests = new ArrayList<>();
        steps.forEach((target, step) -> {
            if (step instanceof RosterPlan.Change change) {
                change.changes().forEach(one -> digests.add(digest(target, one)));
                members(change).ifPresent(members -> digests.add(target.name() + " " + members));
            } else {
                digests.add(
                        target.name() + " " + step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        });
        return digests;
    }

    private static Optional<String> members(RosterPlan.Change change) {
        return change.coming().isEmpty() && change.going().isEmpty()
                ? Optional.empty()
                : Optional.of("members %08x %08x".formatted(hash(change.coming()), hash(change.going())));
    }

    private static int hash(Set<ObjectKey> members) {
        return members.stream()
                .map(member -> member.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList()
                .hashCode();
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
