package dev.muster.target.memory;

import dev.muster.model.AccessPlan;
import dev.muster.model.AccountField;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.AccountEntries;
import dev.muster.target.HolderSearch;
import dev.muster.target.MailboxAccess;
import dev.muster.target.NumberSource;
import dev.muster.target.Roster;
import dev.muster.target.SharedAccounts;
import dev.muster.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** A target in memory that keeps every field it is told to keep. Thread-safe. */
public final class MemoryTarget implements Target, HolderSearch, NumberSource, MailboxAccess {
    private final TargetName name;
    private final Predicate<Field> keeps;
    private final Map<ObjectKey, SortedMap<Field, List<String>>> objects = new ConcurrentHashMap<>();
    private final Map<Counter, AtomicLong> counters = new ConcurrentHashMap<>();
    private final Map<ObjectKey, StepOutcome> refusals = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();
    private final MemoryRoster roster;
    private final MemoryAccountEntries accounts =
            new MemoryAccountEntries(key -> state(key) instanceof TargetState.Present);

    public MemoryTarget(TargetName name, Predicate<Field> keeps) {
        this.name = name;
        this.keeps = keeps;
        this.roster = new MemoryRoster(name);
    }

    private final MemorySharedAccounts shared = new MemorySharedAccounts(this::numbers);
    private final Map<ObjectKey, Map<String, MailboxRole>> roles = new ConcurrentHashMap<>();

    /** Answers this from now on instead of applying a plan for the object. */
    public void refuse(ObjectKey key, StepOutcome outcome) {
        refusals.put(key, outcome);
    }

    public void accept(ObjectKey key) {
        refusals.remove(key);
    }

    /** Puts something there that Muster did not make. */
    public void put(ObjectKey key, Map<Field, List<String>> values) {
        objects.put(key, new TreeMap<>(values));
    }

    /** How many plans have been applied so far. */
    public long writes() {
        return writes.get();
    }

    @Override
    public TargetName name() {
        return name;
    }

    @Override
    public boolean keeps(Field field) {
        return keeps.test(field);
    }

    @Override
    public Map<ObjectKey, TargetState> read(List<ObjectKey> keys) {
        Map<ObjectKey, TargetState> states = new LinkedHashMap<>();
        keys.forEach(key -> states.put(key, state(key)));
        return states;
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> plans) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        plans.forEach(plan -> outcomes.put(plan.key(), apply(plan)));
        return outcomes;
    }

    @Override
    public List<Holder> holdersOf(Collection<MailAddress> addresses) {
        List<Holder> holders = new ArrayList<>();
        addresses.forEach(address -> objects.forEach((key, values) -> {
            if (addresses(values).contains(address)) {
                holders.add(new Holder(address.folded(), name, key.name(), true));
            }
        }));
        shared.read(addresses, List.of())
                .forEach(row -> holders.add(new Holder(
                        MailAddress.of(row.address()).folded(),
                        name,
                        "shared mail account "
                                + row.settings().text(AccountField.NAME).orElse(""),
                        false)));
        return holders;
    }

    @Override
    public List<Holder> holdersOfKeys(Collection<String> keyValues) {
        List<Holder> holders = new ArrayList<>();
        objects.forEach((key, values) -> values.getOrDefault(Field.KEY, List.of()).stream()
                .filter(keyValues::contains)
                .forEach(value -> holders.add(new Holder(value, name, key.name(), true))));
        return holders;
    }

    @Override
    public long reserve(Counter counter, int count) {
        return counters.computeIfAbsent(counter, any -> new AtomicLong(1)).getAndAdd(count);
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(roster);
    }

    /** The same, to prepare and to disturb. */
    public MemoryRoster groups() {
        return roster;
    }

    @Override
    public Optional<AccountEntries> accountEntries() {
        return name == TargetName.LDAP ? Optional.of(accounts) : Optional.empty();
    }

    /** The same, to disturb. */
    public MemoryAccountEntries accounts() {
        return accounts;
    }

    @Override
    public Optional<SharedAccounts> sharedAccounts() {
        return name == TargetName.GROUPWARE ? Optional.of(shared) : Optional.empty();
    }

    /** The same, to look at and to disturb. */
    public MemorySharedAccounts shared() {
        return shared;
    }

    /** Who may do what in a mailbox; empty = nobody, or there is none. */
    public Map<String, MailboxRole> letIn(String mailbox) {
        return roles.getOrDefault(ObjectKey.user(UserName.of(mailbox)), Map.of());
    }

    @Override
    public Map<ObjectKey, MailboxRights> rights(Collection<ObjectKey> mailboxes) {
        Map<ObjectKey, MailboxRights> rights = new LinkedHashMap<>();
        mailboxes.forEach(mailbox -> {
            Map<String, String> letters = new HashMap<>();
            roles.getOrDefault(mailbox, Map.of())
                    .forEach((who, role) -> letters.put(who, role.letters(Optional.empty())));
            letters.values().removeIf(String::isEmpty);
            rights.put(mailbox, new MailboxRights(objects.containsKey(mailbox) ? Map.of("INBOX", letters) : Map.of()));
        });
        return rights;
    }

    @Override
    public Map<ObjectKey, StepOutcome> grant(List<AccessPlan> plans) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (AccessPlan plan : plans) {
            Map<String, MailboxRole> all = new HashMap<>(roles.getOrDefault(plan.mailbox(), Map.of()));
            all.putAll(plan.members());
            all.keySet().removeAll(plan.leaving());
            roles.put(plan.mailbox(), all);
            writes.incrementAndGet();
            outcomes.put(plan.mailbox(), StepOutcome.Done.plainly());
        }
        return outcomes;
    }

    @Override
    public void close() {}

    private Map<ObjectKey, Long> numbers() {
        Map<ObjectKey, Long> numbers = new HashMap<>();
        objects.forEach((key, values) -> values.getOrDefault(Field.USER_ID, List.of()).stream()
                .findFirst()
                .ifPresent(id -> numbers.put(key, Long.parseLong(id))));
        return numbers;
    }

    private TargetState state(ObjectKey key) {
        SortedMap<Field, List<String>> values = objects.get(key);
        return values == null ? new TargetState.Absent() : new TargetState.Present(values);
    }

    private StepOutcome apply(TargetPlan plan) {
        StepOutcome refusal = refusals.get(plan.key());
        if (refusal != null) {
            return refusal;
        }
        writes.incrementAndGet();
        if (plan instanceof TargetPlan.Create create) {
            objects.put(plan.key(), kept(create));
        } else if (plan instanceof TargetPlan.Change change) {
            change.changes().forEach(one -> change(plan.key(), one));
        } else if (plan instanceof TargetPlan.Leaving leaving) {
            return leave(leaving);
        }
        return StepOutcome.Done.plainly();
    }

    private StepOutcome leave(TargetPlan.Leaving plan) {
        if (plan instanceof TargetPlan.Delete) {
            objects.remove(plan.key());
        } else if (plan instanceof TargetPlan.Disable && objects.containsKey(plan.key()) && keeps(Field.ACTIVATED)) {
            change(plan.key(), new FieldChange(Field.ACTIVATED, List.of(), List.of("no")));
        }
        return StepOutcome.Done.plainly();
    }

    private SortedMap<Field, List<String>> kept(TargetPlan.Create create) {
        SortedMap<Field, List<String>> values = new TreeMap<>(create.spec().values());
        values.put(Field.UID_NUMBER, List.of(Long.toString(create.claims().uidNumber())));
        values.put(Field.USER_ID, List.of(Long.toString(create.claims().userId())));
        values.keySet().removeIf(keeps.negate());
        return values;
    }

    private void change(ObjectKey key, FieldChange change) {
        Map<Field, List<String>> values = new HashMap<>(objects.get(key));
        values.put(change.field(), change.to());
        objects.put(key, new TreeMap<>(values));
    }

    private static List<MailAddress> addresses(Map<Field, List<String>> values) {
        List<MailAddress> addresses = new ArrayList<>();
        for (Field field : List.of(Field.MAIL, Field.ALIAS)) {
            values.getOrDefault(field, List.of()).forEach(value -> addresses.add(MailAddress.of(value)));
        }
        return addresses;
    }
}
