package dev.muster.plan;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.FolderRole;
import dev.muster.model.Password;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is wanted with what is there. Pure and thread-safe. */
public final class Planner {
    private static final Set<Field> FOLDED = Set.of(Field.MAIL, Field.ALIAS, Field.ACTIVATED, Field.MAIL_ROUTE);
    private final ColumnPolicies policies;
    private final Set<TargetName> written;

    /** @param written the targets that plans may have steps for; the others are only looked at */
    public Planner(ColumnPolicies policies, Set<TargetName> written) {
        this.policies = policies;
        this.written = Set.copyOf(written);
    }

    /** The plan for one person. Conflicts are {@link Conflicts}' business and have been ruled out. */
    public ObjectPlan plan(Situation situation) {
        Map<TargetName, TargetPlan> steps = new EnumMap<>(TargetName.class);
        situation.states().forEach((target, state) -> {
            if (written.contains(target)) {
                step(situation, target, state).ifPresent(step -> steps.put(target, step));
            }
        });
        return written.contains(TargetName.LDAP)
                ? ObjectPlan.directoryFirst(situation.spec().key(), kind(situation, steps), steps)
                : ObjectPlan.mailFirst(situation.spec().key(), kind(situation, steps), steps);
    }

    private PlanKind kind(Situation situation, Map<TargetName, TargetPlan> steps) {
        if (steps.isEmpty()) {
            return PlanKind.UNCHANGED;
        }
        boolean known =
                written.stream().anyMatch(target -> situation.states().get(target) instanceof TargetState.Present);
        return known ? PlanKind.CHANGE : PlanKind.CREATE;
    }

    private Optional<TargetPlan> step(Situation situation, TargetName target, TargetState state) {
        if (!(state instanceof TargetState.Present present)) {
            return Optional.of(new TargetPlan.Create(situation.spec(), situation.claims()));
        }
        List<FieldChange> changes = changes(situation, target, present);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetPlan.Change(situation.spec(), situation.claims(), changes));
    }

    private List<FieldChange> changes(Situation situation, TargetName target, TargetState.Present present) {
        List<FieldChange> changes = new ArrayList<>();
        situation.spec().values().forEach((field, wanted) -> {
            if (situation.keeps().test(target, field)) {
                change(situation, field, held(situation, field, present)).ifPresent(changes::add);
            }
        });
        if (situation.keeps().test(target, Field.PASSWORD) && passwordChanges(situation)) {
            changes.add(new FieldChange(Field.PASSWORD, List.of(), List.of()));
        }
        return changes;
    }

    /** A server that flags no special use lists a folder of a name of her own among those without a role. */
    private static List<String> held(Situation situation, Field field, TargetState.Present present) {
        List<String> actual = present.values(field);
        List<String> wanted = situation.spec().values().getOrDefault(field, List.of());
        boolean unflagged = actual.isEmpty()
                && !wanted.isEmpty()
                && Arrays.stream(FolderRole.values()).map(FolderRole::field).anyMatch(field::equals)
                && present.values(Field.OTHER_FOLDERS).containsAll(wanted);
        return unflagged ? wanted : actual;
    }

    private Optional<FieldChange> change(Situation situation, Field field, List<String> actual) {
        List<String> wanted = situation.spec().values().getOrDefault(field, List.of());
        List<String> next = switch (policies.of(field, situation.draft())) {
            case CREATE -> actual;
            case ENSURE -> ensured(field, actual, wanted);
            case ALWAYS -> ruled(situation, field, actual, wanted);
        };
        return same(field, actual, next) ? Optional.empty() : Optional.of(new FieldChange(field, actual, next));
    }

    /** A role has one folder, whatever its name; of folders without a role the missing ones are added. */
    private static List<String> ensured(Field field, List<String> actual, List<String> wanted) {
        if (!field.equals(Field.OTHER_FOLDERS)) {
            return actual.isEmpty() ? wanted : actual;
        }
        Set<String> all = new LinkedHashSet<>(actual);
        all.addAll(wanted);
        return List.copyOf(all);
    }

    /** The feed rules over a single value, and over those of many values that it gave itself. */
    private static List<String> ruled(Situation situation, Field field, List<String> actual, List<String> wanted) {
        if (!isManyValued(field, actual, wanted)) {
            return !wanted.isEmpty() && folded(field, actual).containsAll(folded(field, wanted)) ? actual : wanted;
        }
        Set<String> gone = folded(field, situation.last().given().getOrDefault(field, List.of()));
        gone.removeAll(folded(field, wanted));
        Set<String> there = folded(field, actual);
        List<String> next = new ArrayList<>();
        actual.stream().filter(value -> !gone.contains(fold(field, value))).forEach(next::add);
        wanted.stream().filter(value -> !there.contains(fold(field, value))).forEach(next::add);
        return next;
    }

    /** An attribute that no word describes may hold many values or one: two that are there, or are wanted, show it. */
    private static boolean isManyValued(Field field, List<String> actual, List<String> wanted) {
        return Vocabulary.word(field)
                .map(word -> word.kind().multiple())
                .orElseGet(() -> actual.size() > 1 || wanted.size() > 1);
    }

    private boolean passwordChanges(Situation situation) {
        return !(situation.spec().password() instanceof Password.Keep)
                && policies.of(Field.PASSWORD, situation.draft()) == Policy.ALWAYS
                && !situation.passwordDigest().equals(situation.last().passwordDigest());
    }

    private static boolean same(Field field, List<String> one, List<String> other) {
        return folded(field, one).equals(folded(field, other));
    }

    private static Set<String> folded(Field field, List<String> values) {
        Set<String> folded = new TreeSet<>();
        values.forEach(value -> folded.add(fold(field, value)));
        return folded;
    }

    private static String fold(Field field, String value) {
        return FOLDED.contains(field) ? value.toLowerCase(Locale.ROOT) : value;
    }
}
