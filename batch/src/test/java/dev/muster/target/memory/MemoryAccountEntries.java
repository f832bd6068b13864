package dev.muster.target.memory;

import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.target.AccountEntries;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** Objects of shared accounts in memory. Thread-safe. */
public final class MemoryAccountEntries implements AccountEntries {
    private final Predicate<ObjectKey> isPerson;
    private final Map<ObjectKey, AccountEntry> entries = new ConcurrentHashMap<>();
    private final Map<ObjectKey, StepOutcome> refusals = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Map<String, String>> properties = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();

    /** @param isPerson who can be a member */
    public MemoryAccountEntries(Predicate<ObjectKey> isPerson) {
        this.isPerson = isPerson;
    }

    /** Answers this from now on instead of applying a plan for the object. */
    public void refuse(ObjectKey key, StepOutcome outcome) {
        refusals.put(key, outcome);
    }

    public void accept(ObjectKey key) {
        refusals.remove(key);
    }

    /** What somebody's entry has for placeholders of login templates. */
    public void put(ObjectKey key, Map<String, String> values) {
        properties.put(key, Map.copyOf(values));
    }

    /** How many objects have been written so far; what was there as planned does not count. */
    public long writes() {
        return writes.get();
    }

    @Override
    public Map<ObjectKey, Optional<AccountEntry>> read(Collection<ObjectKey> accounts) {
        Map<ObjectKey, Optional<AccountEntry>> found = new LinkedHashMap<>();
        accounts.forEach(account -> found.put(account, Optional.ofNullable(entries.get(account))));
        return found;
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends AccountEntryPlan> plans) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        plans.forEach(plan -> outcomes.put(
                plan.key(), Optional.ofNullable(refusals.get(plan.key())).orElseGet(() -> apply(plan))));
        return outcomes;
    }

    @Override
    public Map<ObjectKey, Map<String, String>> properties(Collection<ObjectKey> keys, Set<String> placeholders) {
        Map<ObjectKey, Map<String, String>> found = new LinkedHashMap<>(properties);
        found.keySet().retainAll(Set.copyOf(keys));
        found.replaceAll((key, values) -> {
            Map<String, String> asked = new LinkedHashMap<>(values);
            asked.keySet().retainAll(placeholders);
            return asked;
        });
        return found;
    }

    private synchronized StepOutcome apply(AccountEntryPlan plan) {
        if (plan instanceof AccountEntryPlan.Create create) {
            return create(create);
        }
        if (plan instanceof AccountEntryPlan.Change change) {
            return change(change);
        }
        if (entries.remove(plan.key()) != null) {
            writes.incrementAndGet();
        }
        return StepOutcome.Done.plainly();
    }

    private StepOutcome create(AccountEntryPlan.Create plan) {
        AccountEntry there = entries.get(plan.key());
        if (there != null && !there.primary().equals(plan.wanted().primary())) {
            return failed(plan, ErrorCode.LDAP_ENTRY_EXISTS);
        }
        AccountEntry wanted = plan.wanted();
        return there == null
                ? put(plan, wanted, Set.of())
                : put(plan, merged(there.withMembers(Set.of()), wanted, there), there.members());
    }

    private StepOutcome change(AccountEntryPlan.Change plan) {
        AccountEntry there = entries.get(plan.key());
        return there == null
                ? failed(plan, ErrorCode.NOT_THERE)
                : put(plan, merged(plan.before(), plan.after(), there), there.members());
    }

    private StepOutcome put(AccountEntryPlan plan, AccountEntry wanted, Set<ObjectKey> before) {
        if (!wanted.members().stream().allMatch(member -> before.contains(member) || isPerson.test(member))) {
            return failed(plan, ErrorCode.MEMBER_UNKNOWN);
        }
        if (!wanted.equals(entries.put(plan.key(), wanted))) {
            writes.incrementAndGet();
        }
        return StepOutcome.Done.plainly();
    }

    private static AccountEntry merged(AccountEntry before, AccountEntry after, AccountEntry there) {
        Set<MailAddress> others = new LinkedHashSet<>(there.others());
        others.removeAll(before.others());
        others.addAll(after.others());
        Set<ObjectKey> members = new LinkedHashSet<>(there.members());
        members.removeAll(before.members());
        members.addAll(after.members());
        return new AccountEntry(
                there.account(),
                changed(before, after, there, AccountEntry::primary),
                List.copyOf(others),
                changed(before, after, there, AccountEntry::personal),
                changed(before, after, there, AccountEntry::quotaBytes),
                members);
    }

    private static <T> T changed(
            AccountEntry before, AccountEntry after, AccountEntry there, Function<AccountEntry, T> field) {
        boolean same = Objects.equals(field.apply(before), field.apply(after));
        return field.apply(same ? there : after);
    }

    private static StepOutcome failed(AccountEntryPlan plan, ErrorCode code) {
        return new StepOutcome.Failed(
                new Problem(plan.origin(), code, "", plan.key() + " cannot be had so.", "Look at it."));
    }
}
