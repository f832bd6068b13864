package dev.muster.plan;

import dev.muster.model.AccessPlan;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSpec;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides what is to be done for a shared account: the least. A source rules over the members and addresses that it gave;
 * whom somebody else let in stays. Pure; immutable.
 */
public final class AccountPlanner {
    private final Set<TargetName> written;

    /** @param written the targets that may be written and keep shared accounts */
    public AccountPlanner(Set<TargetName> written) {
        this.written = Set.copyOf(written);
    }

    /** The rows are planned whole: which of them come to something the groupware has to be asked. */
    public AccountSteps plan(AccountSituation situation) {
        return new AccountSteps(
                written.contains(TargetName.LDAP) ? entry(situation) : Optional.empty(),
                written.contains(TargetName.IMAP) ? mailbox(situation) : Optional.empty(),
                written.contains(TargetName.IMAP) ? access(situation) : Optional.empty(),
                written.contains(TargetName.GROUPWARE) ? rows(situation) : List.of());
    }

    private static Optional<AccountEntryPlan> entry(AccountSituation situation) {
        AccountSpec spec = situation.spec();
        Set<ObjectKey> readers = keys(situation.wanted(), Grant::reads);
        Optional<String> personal = spec.settings().text(AccountField.PERSONAL);
        Optional<Long> quota = spec.mailbox().quotaBytes();
        List<MailAddress> others = spec.addresses().subList(1, spec.addresses().size());
        if (situation.view().entry().isEmpty()) {
            AccountEntry wanted = new AccountEntry(spec.key(), spec.primary(), others, personal, limit(quota), readers);
            return Optional.of(new AccountEntryPlan.Create(spec.origin(), wanted));
        }
        AccountEntry before = situation.view().entry().get();
        AccountEntry after = new AccountEntry(
                before.account(),
                spec.primary(),
                others(situation, before, others),
                personal.or(before::personal),
                quota.isPresent() ? limit(quota) : before.quotaBytes(),
                members(situation, before, readers));
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new AccountEntryPlan.Change(spec.origin(), before, after));
    }

    private static Optional<Long> limit(Optional<Long> bytes) {
        return bytes.filter(some -> some >= 0);
    }

    private static List<MailAddress> others(AccountSituation situation, AccountEntry before, List<MailAddress> wanted) {
        Set<MailAddress> others = new LinkedHashSet<>(before.others());
        Set<MailAddress> given = situation
                .record()
                .applied()
                .<Set<MailAddress>>map(spec -> new LinkedHashSet<>(spec.addresses()))
                .orElseGet(LinkedHashSet::new);
        wanted.forEach(given::remove);
        others.removeAll(given);
        others.addAll(wanted);
        return List.copyOf(others);
    }

    private static Set<ObjectKey> members(AccountSituation situation, AccountEntry before, Set<ObjectKey> readers) {
        Set<ObjectKey> members = new LinkedHashSet<>(before.members());
        members.removeAll(leaving(situation));
        members.removeAll(keys(situation.wanted(), grant -> !grant.reads()));
        members.addAll(readers);
        return members;
    }

    private static Optional<TargetPlan> mailbox(AccountSituation situation) {
        TargetPlan.Create making = situation.mailbox();
        if (!(situation.view().mailbox().orElse(new TargetState.Absent()) instanceof TargetState.Present present)) {
            return Optional.of(making);
        }
        List<String> quota = making.spec().values().getOrDefault(Field.QUOTA, List.of());
        List<String> actual = present.values(Field.QUOTA);
        return quota.isEmpty() || actual.isEmpty() || quota.equals(actual)
                ? Optional.empty()
                : Optional.of(new TargetPlan.Change(
                        making.spec(), making.claims(), List.of(new FieldChange(Field.QUOTA, actual, quota))));
    }

    private static Optional<AccessPlan> access(AccountSituation situation) {
        Map<String, MailboxRole> members = new LinkedHashMap<>();
        situation
                .wanted()
                .values()
                .forEach(grant -> grant.role().ifPresent(role -> members.put(grant.identifier(), role)));
        Set<String> leaving = new LinkedHashSet<>();
        situation.record().granted().values().forEach(grant -> leaving.add(grant.identifier()));
        leaving.removeAll(members.keySet());
        MailboxRights rights = situation.view().rights();
        boolean same = (members.isEmpty() || !rights.byFolder().isEmpty())
                && leaving.stream().noneMatch(rights::know)
                && members.entrySet().stream().allMatch(each -> rights.areOf(each.getKey(), each.getValue()))
                && sameRoles(situation);
        return same
                ? Optional.empty()
                : Optional.of(new AccessPlan(situation.spec().origin(), mailbox(situation.spec()), members, leaving));
    }

    /** Whom its mailbox belongs to on the mail server: a user of the account's name. */
    private static ObjectKey mailbox(AccountSpec spec) {
        return ObjectKey.user(spec.key().userName());
    }

    private static boolean sameRoles(AccountSituation situation) {
        Map<ObjectKey, Grant> granted = situation.record().granted();
        return situation.wanted().entrySet().stream()
                .allMatch(each -> each.getValue().equals(granted.get(each.getKey())));
    }

    private static List<AccountPlan> rows(AccountSituation situation) {
        AccountSpec spec = situation.spec();
        Optional<MailAddress> former = situation.record().applied().map(AccountSpec::primary);
        List<AccountPlan> plans = new ArrayList<>();
        Set<ObjectKey> leaving = leaving(situation);
        leaving.addAll(keys(situation.wanted(), grant -> !grant.reads()));
        Set<Long> leavers = numbers(situation, leaving);
        if (!leavers.isEmpty()) {
            plans.add(new AccountPlan.Detach(spec.origin(), former.orElse(spec.primary()), leavers));
        }
        Set<Long> senders = numbers(situation, keys(situation.wanted(), one -> one.reads() && one.sends()));
        if (!senders.isEmpty()) {
            plans.add(new AccountPlan.Settle(spec.origin(), spec.shared(), former, senders));
        }
        Set<Long> readers = numbers(situation, keys(situation.wanted(), one -> one.reads() && !one.sends()));
        spec.shared()
                .as(MailboxRole.VIEWER)
                .filter(account -> !readers.isEmpty())
                .ifPresent(account -> plans.add(new AccountPlan.Settle(spec.origin(), account, former, readers)));
        return plans;
    }

    private static Set<Long> numbers(AccountSituation situation, Set<ObjectKey> people) {
        Map<ObjectKey, Long> numbers = situation.view().numbers();
        return people.stream().filter(numbers::containsKey).map(numbers::get).collect(Collectors.toSet());
    }

    /** Whom this source let in and wants no more. */
    private static Set<ObjectKey> leaving(AccountSituation situation) {
        Set<ObjectKey> leaving =
                new LinkedHashSet<>(situation.record().granted().keySet());
        leaving.removeAll(situation.wanted().keySet());
        return leaving;
    }

    private static Set<ObjectKey> keys(Map<ObjectKey, Grant> grants, Predicate<Grant> which) {
        return grants.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
