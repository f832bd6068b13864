package dev.muster.legacy.overlay;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.HolderSearch.Holder;
import dev.muster.target.Roster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The groups and resources of one target, and over them what calls planned. For one thread at a time. */
final class RosterOverlay implements Roster {
    private final Roster base;
    private final Questions questions;
    private final Map<ObjectKey, RosterState> before = new HashMap<>();
    private final Map<ObjectKey, RosterState> states = new LinkedHashMap<>();
    private final Map<ObjectKey, RosterPlan.Create> created = new HashMap<>();
    private final Held<ObjectKey> addresses = new Held<>();
    private final Map<ObjectKey, RosterPlan> touched = new LinkedHashMap<>();

    RosterOverlay(Roster base, Questions questions) {
        this.base = base;
        this.questions = questions;
    }

    /** What is to be done in this target: the difference between before and after, one plan for every object. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        touched.forEach((key, last) -> {
            RosterState from = before.getOrDefault(key, new RosterState.Absent());
            plan(last, from, states.getOrDefault(key, from)).forEach(plan -> steps.add(new Step(plan, from)));
        });
        return steps;
    }

    /** @param before what the target held when the calls were judged */
    record Step(RosterPlan plan, RosterState before) {}

    private List<RosterPlan> plan(RosterPlan last, RosterState from, RosterState to) {
        if (!(to instanceof RosterState.Present present)) {
            return from instanceof RosterState.Present
                    ? List.of(new RosterPlan.Delete(last.origin(), last.key()))
                    : List.of();
        }
        RosterPlan.Create create = created.get(last.key());
        if (create != null) {
            return List.of(new RosterPlan.Create(create.spec().withMembers(present.members()), create.claims()));
        }
        Set<ObjectKey> old = from instanceof RosterState.Present known ? known.members() : Set.of();
        Set<ObjectKey> coming = without(present.members(), old);
        Set<ObjectKey> going = without(old, present.members());
        return coming.isEmpty() && going.isEmpty()
                ? List.of()
                : List.of(new RosterPlan.Change(last.origin(), last.key(), List.of(), coming, going));
    }

    private static Set<ObjectKey> without(Set<ObjectKey> these, Set<ObjectKey> those) {
        Set<ObjectKey> rest = new LinkedHashSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    @Override
    public TargetName name() {
        return base.name();
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind) {
        return base.keeps(kind);
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind, Field field) {
        return base.keeps(kind, field);
    }

    @Override
    public synchronized Map<ObjectKey, RosterState> read(Collection<ObjectKey> keys) {
        List<ObjectKey> open =
                keys.stream().filter(key -> !states.containsKey(key)).toList();
        ask("roster", open, this::ask).forEach((key, answer) -> {
            before.put(key, Answers.rosterState(answer));
            states.put(key, Answers.rosterState(answer));
        });
        Map<ObjectKey, RosterState> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, states.getOrDefault(key, new RosterState.Absent())));
        return found;
    }

    private Map<ObjectKey, String> ask(List<ObjectKey> keys) {
        Map<ObjectKey, String> answers = new HashMap<>();
        base.read(keys).forEach((key, state) -> answers.put(key, Answers.text(state)));
        return answers;
    }

    @Override
    public synchronized Map<ObjectKey, Set<ObjectKey>> membershipsOf(Collection<ObjectKey> members) {
        Map<ObjectKey, Set<ObjectKey>> found = new LinkedHashMap<>();
        ask("memberships", members, this::askMemberships).forEach((member, answer) -> {
            Set<ObjectKey> groups = Answers.keys(answer);
            states.forEach((key, state) -> {
                groups.remove(key);
                if (state instanceof RosterState.Present present
                        && present.members().contains(member)) {
                    groups.add(key);
                }
            });
            found.put(member, groups);
        });
        return found;
    }

    private Map<ObjectKey, String> askMemberships(List<ObjectKey> members) {
        Map<ObjectKey, String> answers = new HashMap<>();
        Map<ObjectKey, Set<ObjectKey>> memberships = base.membershipsOf(members);
        members.forEach(member -> answers.put(member, Answers.keys(memberships.getOrDefault(member, Set.of()))));
        return answers;
    }

    @Override
    public synchronized Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (RosterPlan plan : plans) {
            RosterState now = read(List.of(plan.key())).getOrDefault(plan.key(), new RosterState.Absent());
            states.put(plan.key(), after(plan, now));
            touched.put(plan.key(), plan);
            outcomes.put(plan.key(), StepOutcome.Done.plainly());
        }
        return outcomes;
    }

    private RosterState after(RosterPlan plan, RosterState now) {
        if (plan instanceof RosterPlan.Create create) {
            created.put(plan.key(), create);
            addresses.put(plan.key(), address(create));
            SortedMap<Field, List<String>> values = new TreeMap<>(create.spec().values());
            return new RosterState.Present(values, create.spec().members(), false);
        }
        if (plan instanceof RosterPlan.Delete) {
            created.remove(plan.key());
            addresses.put(plan.key(), List.of());
            return new RosterState.Absent();
        }
        return now instanceof RosterState.Present present && plan instanceof RosterPlan.Change change
                ? changed(change, present)
                : now;
    }

    private static RosterState changed(RosterPlan.Change change, RosterState.Present now) {
        SortedMap<Field, List<String>> values = new TreeMap<>(now.values());
        for (FieldChange each : change.changes()) {
            values.put(each.field(), each.to());
        }
        Set<ObjectKey> members = new LinkedHashSet<>(now.members());
        members.addAll(change.coming());
        members.removeAll(change.going());
        return new RosterState.Present(values, members, now.everybody());
    }

    /** Whether what a holder of an address is called by, such as {@code resource room1}, is not deleted by now. */
    synchronized boolean isThere(String holder) {
        return states.entrySet().stream()
                .noneMatch(each -> each.getKey().toString().equalsIgnoreCase(holder)
                        && each.getValue() instanceof RosterState.Absent);
    }

    /** What calls made that has one of these folded addresses. */
    synchronized List<Holder> holdersOf(Set<String> wanted) {
        return addresses
                .of(wanted)
                .map(holding ->
                        new Holder(holding.value(), name(), holding.holder().toString(), false))
                .toList();
    }

    private static List<String> address(RosterPlan.Create create) {
        return create.spec().first(Field.MAIL).stream()
                .map(mail -> MailAddress.of(mail).folded())
                .toList();
    }

    private Map<ObjectKey, String> ask(
            String what, Collection<ObjectKey> keys, Function<List<ObjectKey>, Map<ObjectKey, String>> ask) {
        return questions.ask(
                keys, key -> name() + " " + what + " " + key.toString().toLowerCase(Locale.ROOT), ask);
    }
}
