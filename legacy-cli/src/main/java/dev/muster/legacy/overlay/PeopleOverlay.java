package dev.muster.legacy.overlay;

import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.target.DriveSearch;
import dev.muster.target.HolderSearch;
import dev.muster.target.Roster;
import dev.muster.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One target, and over it what calls planned: a plan is always done, at once, and touches nothing. Numbers and the
 * questions that only read go through. For one thread at a time.
 */
sealed class PeopleOverlay implements Target, HolderSearch {
    private final Target base;
    private final Optional<RosterOverlay> roster;
    private final Questions questions;
    private final Map<ObjectKey, TargetState> states = new HashMap<>();
    private final Map<ObjectKey, TargetPlan> plans = new LinkedHashMap<>();
    private final Held<ObjectKey> heldAddresses = new Held<>();
    private final Held<ObjectKey> heldKeys = new Held<>();

    private PeopleOverlay(Target base, Optional<RosterOverlay> roster, Questions questions) {
        this.base = base;
        this.roster = roster;
        this.questions = questions;
    }

    static PeopleOverlay over(Target base, Optional<RosterOverlay> roster, Questions questions) {
        return base instanceof DriveSearch drives
                ? new WithDrives(base, roster, questions, drives)
                : new PeopleOverlay(base, roster, questions);
    }

    /** What is to be done in this target, one plan for everybody, in the order of the first call about her. */
    Map<ObjectKey, TargetPlan> plans() {
        return plans;
    }

    Optional<RosterOverlay> rosterOverlay() {
        return roster;
    }

    @Override
    public TargetName name() {
        return base.name();
    }

    @Override
    public boolean isInMemory() {
        return true;
    }

    @Override
    public boolean keeps(Field field) {
        return base.keeps(field);
    }

    @Override
    public synchronized Map<ObjectKey, TargetState> read(List<ObjectKey> keys) {
        List<ObjectKey> open =
                keys.stream().filter(key -> !states.containsKey(key)).toList();
        ask("person", open, this::ask).forEach((key, answer) -> states.put(key, Answers.state(answer)));
        Map<ObjectKey, TargetState> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, states.getOrDefault(key, new TargetState.Absent())));
        return found;
    }

    /** Asks at once what commands will ask one by one. */
    void look(Overlay.Wanted wanted) {
        if (name() != TargetName.IMAP) {
            read(wanted.people());
        }
        holdersOf(wanted.addresses());
        roster.ifPresent(groups -> groups.read(wanted.rosters().stream()
                .filter(key -> groups.keeps(key.kind()))
                .toList()));
    }

    private Map<ObjectKey, String> ask(List<ObjectKey> keys) {
        Map<ObjectKey, String> answers = new HashMap<>();
        base.read(keys).forEach((key, state) -> answers.put(key, Answers.text(state)));
        return answers;
    }

    @Override
    public synchronized Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> wanted) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (TargetPlan plan : wanted) {
            become(plan.key(), after(plan));
            plans.merge(plan.key(), plan, Folding::of);
            outcomes.put(plan.key(), StepOutcome.Done.plainly());
        }
        return outcomes;
    }

    private void become(ObjectKey key, TargetState state) {
        states.put(key, state);
        SortedMap<Field, List<String>> values = values(state);
        heldAddresses.put(key, addresses(values));
        heldKeys.put(key, values.getOrDefault(Field.KEY, List.of()));
    }

    /** Whom no command has looked at is not there: nobody logs in for a mailbox that is only to be made. */
    private TargetState after(TargetPlan plan) {
        TargetState before = states.getOrDefault(plan.key(), new TargetState.Absent());
        if (plan instanceof TargetPlan.Create create) {
            return made(create, before);
        }
        if (plan instanceof TargetPlan.Change change) {
            SortedMap<Field, List<String>> values = values(before);
            change.changes().forEach(each -> put(values, each));
            return new TargetState.Present(values);
        }
        return plan instanceof TargetPlan.Delete ? new TargetState.Absent() : before;
    }

    private TargetState made(TargetPlan.Create create, TargetState before) {
        SortedMap<Field, List<String>> values = values(before);
        create.spec().values().forEach((field, wanted) -> put(values, new FieldChange(field, List.of(), wanted)));
        values.keySet().removeIf(field -> !base.keeps(field));
        values.put(Field.USERNAME, List.of(create.spec().userName().value()));
        number(values, Field.UID_NUMBER, TargetName.LDAP, create.claims().uidNumber());
        number(values, Field.USER_ID, TargetName.GROUPWARE, create.claims().userId());
        return new TargetState.Present(values);
    }

    private void number(SortedMap<Field, List<String>> values, Field field, TargetName target, long number) {
        if (name() == target) {
            values.put(field, List.of(Long.toString(number)));
        }
    }

    private static SortedMap<Field, List<String>> values(TargetState before) {
        return before instanceof TargetState.Present present ? new TreeMap<>(present.values()) : new TreeMap<>();
    }

    private static void put(SortedMap<Field, List<String>> values, FieldChange change) {
        if (change.to().isEmpty()) {
            values.remove(change.field());
        } else {
            values.put(change.field(), change.to());
        }
    }

    @Override
    public synchronized List<Holder> holdersOf(Collection<MailAddress> addresses) {
        Set<String> wanted = addresses.stream().map(MailAddress::folded).collect(Collectors.toSet());
        Map<String, String> answers = searched(
                "address",
                wanted,
                (search, open) ->
                        search.holdersOf(open.stream().map(MailAddress::of).toList()));
        List<Holder> holders = stillThere(answers);
        heldAddresses.of(wanted).map(this::holder).forEach(holders::add);
        roster.ifPresent(groups -> holders.addAll(groups.holdersOf(wanted)));
        return holders;
    }

    @Override
    public synchronized List<Holder> holdersOfKeys(Collection<String> keyValues) {
        List<Holder> holders = stillThere(searched("key", keyValues, HolderSearch::holdersOfKeys));
        heldKeys.of(keyValues).map(this::holder).forEach(holders::add);
        return holders;
    }

    private Map<String, String> searched(
            String what, Collection<String> keys, BiFunction<HolderSearch, List<String>, List<Holder>> question) {
        return base instanceof HolderSearch search
                ? ask(what, keys, open -> grouped(open, question.apply(search, open)))
                : Map.of();
    }

    private static Map<String, String> grouped(List<String> open, List<Holder> found) {
        Map<String, String> answers = new HashMap<>();
        open.forEach(each -> answers.put(each, ""));
        found.stream()
                .collect(Collectors.groupingBy(Holder::held))
                .forEach((held, holders) -> answers.put(held, Answers.text(holders)));
        return answers;
    }

    /** Without those who are deleted by now. */
    private List<Holder> stillThere(Map<String, String> answers) {
        return answers.values().stream()
                .flatMap(answer -> Answers.holders(answer).stream())
                .filter(holder -> !holder.user()
                        || !(states.get(new ObjectKey(ObjectKey.Kind.USER, holder.name()))
                                instanceof TargetState.Absent))
                .filter(holder -> holder.user()
                        || roster.map(groups -> groups.isThere(holder.name())).orElse(true))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Holder holder(Held.Holding<ObjectKey> holding) {
        return new Holder(holding.value(), name(), holding.holder().name(), true);
    }

    private static List<String> addresses(SortedMap<Field, List<String>> values) {
        List<String> held = new ArrayList<>(values.getOrDefault(Field.MAIL, List.of()));
        held.addAll(values.getOrDefault(Field.ALIAS, List.of()));
        return held.stream()
                .map(address -> MailAddress.of(address).folded())
                .distinct()
                .toList();
    }

    private <K> Map<K, String> ask(String what, Collection<K> keys, Function<List<K>, Map<K, String>> ask) {
        return questions.ask(
                keys, key -> name() + " " + what + " " + key.toString().toLowerCase(Locale.ROOT), ask);
    }

    @Override
    public Optional<Roster> roster() {
        return roster.map(Roster.class::cast);
    }

    @Override
    public void close() {
        // What it lies over is closed by whoever opened that.
    }

    /** The one target with drive folders. Their names are looked at once: whoever gets one by a call has it claimed. */
    private static final class WithDrives extends PeopleOverlay implements DriveSearch {
        private final DriveSearch search;
        private Optional<Set<DriveName>> seen = Optional.empty();

        WithDrives(Target base, Optional<RosterOverlay> roster, Questions questions, DriveSearch search) {
            super(base, roster, questions);
            this.search = search;
        }

        @Override
        public synchronized Set<DriveName> drives() {
            if (seen.isEmpty()) {
                seen = Optional.of(search.drives());
            }
            return seen.get();
        }
    }
}
