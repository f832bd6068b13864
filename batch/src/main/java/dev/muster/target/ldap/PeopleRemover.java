package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call's leavers: shut out, or taken out of all groups and then deleted, so that a deletion that broke off still
 * finds the entry by which it begins anew. Used once, by one thread.
 */
final class PeopleRemover {
    private final Directory directory;
    private final String own;
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();

    /** @param own the account that Muster itself acts as */
    PeopleRemover(Directory directory, String own) {
        this.directory = directory;
        this.own = AddressAdmins.normalized(own);
    }

    Map<ObjectKey, StepOutcome> apply(List<TargetPlan.Leaving> plans) {
        Map<ObjectKey, List<SearchResultEntry>> found =
                directory.people().find(plans.stream().map(TargetPlan::key).toList());
        List<Leaver> leavers = plans.stream()
                .flatMap(plan -> leaver(plan, found.getOrDefault(plan.key(), List.of())).stream())
                .toList();
        leavers.forEach(leaver -> outcomes.put(leaver.plan().key(), StepOutcome.Done.plainly()));
        disable(leavers.stream()
                .filter(leaver -> leaver.plan() instanceof TargetPlan.Disable)
                .toList());
        delete(leavers.stream()
                .filter(leaver -> leaver.plan() instanceof TargetPlan.Delete)
                .toList());
        return outcomes;
    }

    private Optional<Leaver> leaver(TargetPlan.Leaving plan, List<SearchResultEntry> found) {
        if (found.size() > 1) {
            List<String> dns = found.stream().map(SearchResultEntry::getDN).toList();
            refuse(
                    plan,
                    ErrorCode.LDAP_REFUSED,
                    "LDAP has several entries of " + plan.key() + ": " + dns + ".",
                    "Narrow ldap.searchFilter or ldap.searchBase.");
            return Optional.empty();
        }
        Optional<Entry> entry = found.stream().<Entry>map(one -> one).findFirst();
        if (entry.isPresent() && AddressAdmins.normalized(entry.get().getDN()).equals(own)) {
            refuse(
                    plan,
                    ErrorCode.PROTECTED,
                    "LDAP's " + plan.key() + " is the account of ldap.bindDn, by which Muster works.",
                    "Leave it alone.");
            return Optional.empty();
        }
        if (entry.isPresent() && isSomebodyElse(plan, entry.get())) {
            refuse(
                    plan,
                    ErrorCode.NOT_OURS,
                    "LDAP's " + plan.key() + " has another uidNumber than "
                            + plan.numbers().uidNumber() + " and is somebody else.",
                    "Look at " + entry.get().getDN() + " before you delete anything.");
            return Optional.empty();
        }
        Optional<String> dn =
                entry.map(Entry::getDN).or(() -> directory.mapping().dn(plan.key()));
        return Optional.of(new Leaver(plan, entry, dn, spellings(plan.key(), entry)));
    }

    private boolean isSomebodyElse(TargetPlan.Leaving plan, Entry entry) {
        long known = plan.numbers().uidNumber();
        return known != 0
                && !entry.hasAttributeValue(directory.names().required(Field.UID_NUMBER), Long.toString(known));
    }

    private Set<String> spellings(ObjectKey key, Optional<Entry> entry) {
        Set<String> spellings = new LinkedHashSet<>(List.of(key.name()));
        entry.map(there -> there.getAttributeValues(directory.names().required(Field.USERNAME)))
                .ifPresent(names -> spellings.addAll(Arrays.asList(names)));
        return spellings;
    }

    private void refuse(TargetPlan plan, ErrorCode code, String reason, String suggestion) {
        outcomes.put(plan.key(), new StepOutcome.Failed(new Problem(plan.origin(), code, "", reason, suggestion)));
    }

    private void disable(List<Leaver> leavers) {
        List<Errand> errands = new ArrayList<>();
        for (Leaver leaver : leavers) {
            leaver.entry().flatMap(this::shutOut).ifPresent(call -> errands.add(new Errand(leaver, call)));
        }
        send(errands);
    }

    /** Empty where the directory does not say who is enabled, or says already that she is not. */
    private Optional<LdapCall> shutOut(Entry entry) {
        Optional<String> attribute = directory.names().attribute(Field.ACTIVATED);
        List<String> disabled = directory.mapping().forms().write(Field.ACTIVATED, List.of("no"));
        return attribute
                .filter(name -> !entry.hasAttributeValue(name, disabled.get(0)))
                .map(name -> new LdapCall.Modify(new ModifyRequest(
                        entry.getDN(), new Modification(ModificationType.REPLACE, name, disabled.get(0)))));
    }

    private void delete(List<Leaver> leavers) {
        outcomes.putAll(directory.memberships().leave(leavers));
        List<Leaver> free = leavers.stream()
                .filter(leaver -> leaver.entry().isPresent())
                .filter(leaver -> outcomes.get(leaver.plan().key()) instanceof StepOutcome.Done)
                .toList();
        new Subtrees(directory).rounds(free).forEach(this::send);
    }

    private void send(List<Errand> errands) {
        List<LDAPResult> results =
                directory.exchange().send(errands.stream().map(Errand::call).toList());
        for (int i = 0; i < errands.size(); i++) {
            settle(errands.get(i).leaver(), errands.get(i).call(), results.get(i));
        }
    }

    /** What is gone is as good as done; notes of what was done before stay. */
    private void settle(Leaver leaver, LdapCall call, LDAPResult result) {
        boolean done = Set.of(ResultCode.SUCCESS, ResultCode.NO_SUCH_OBJECT).contains(result.getResultCode());
        if (!done) {
            outcomes.put(leaver.plan().key(), LdapErrors.outcome(leaver.plan().origin(), call, result));
        }
    }
}
