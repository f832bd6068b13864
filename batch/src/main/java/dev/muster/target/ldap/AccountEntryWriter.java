package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One call's plans for objects of shared accounts: look, then one write for each. Used once, by one thread. */
final class AccountEntryWriter {
    /** The entry is not what the call was made for: somebody was faster, or an earlier answer was lost. */
    private static final Set<ResultCode> STALE = Set.of(
            ResultCode.ENTRY_ALREADY_EXISTS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS);

    private final LdapAccounts accounts;
    private final Exchange exchange;
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
    private final List<Work> work = new ArrayList<>();
    private final List<AccountEntryPlan> stale = new ArrayList<>();

    private record Work(AccountEntryPlan plan, LdapCall call) {}

    AccountEntryWriter(LdapAccounts accounts, Exchange exchange) {
        this.accounts = accounts;
        this.exchange = exchange;
    }

    Map<ObjectKey, StepOutcome> apply(List<? extends AccountEntryPlan> plans) {
        round(plans, false);
        if (!stale.isEmpty()) {
            round(List.copyOf(stale), true);
        }
        return outcomes;
    }

    private void round(List<? extends AccountEntryPlan> plans, boolean last) {
        work.clear();
        Map<ObjectKey, AccountThere> there =
                accounts.find(plans.stream().map(AccountEntryPlan::key).toList());
        Map<ObjectKey, String> dns = dnsOfComing(plans, there);
        plans.forEach(plan -> prepare(plan, Optional.ofNullable(there.get(plan.key())), dns));
        List<LDAPResult> results = exchange.send(work.stream().map(Work::call).toList());
        for (int i = 0; i < work.size(); i++) {
            settle(work.get(i), results.get(i), last);
        }
    }

    private Map<ObjectKey, String> dnsOfComing(
            List<? extends AccountEntryPlan> plans, Map<ObjectKey, AccountThere> there) {
        Set<ObjectKey> coming = new HashSet<>();
        plans.forEach(plan -> coming.addAll(coming(plan, Optional.ofNullable(there.get(plan.key())))));
        return accounts.members().of(coming);
    }

    private static Set<ObjectKey> coming(AccountEntryPlan plan, Optional<AccountThere> there) {
        Set<ObjectKey> wanted = wanted(plan).map(AccountEntry::members).orElse(Set.of());
        return there.map(entry -> entry.coming(wanted)).orElse(wanted);
    }

    private static Optional<AccountEntry> wanted(AccountEntryPlan plan) {
        if (plan instanceof AccountEntryPlan.Create create) {
            return Optional.of(create.wanted());
        }
        return plan instanceof AccountEntryPlan.Change change ? Optional.of(change.after()) : Optional.empty();
    }

    private void prepare(AccountEntryPlan plan, Optional<AccountThere> there, Map<ObjectKey, String> dns) {
        Set<ObjectKey> unknown = new HashSet<>(coming(plan, there));
        unknown.removeAll(dns.keySet());
        if (plan instanceof AccountEntryPlan.Delete) {
            there.ifPresentOrElse(
                    entry -> send(plan, new LdapCall.Delete(new DeleteRequest(entry.dn()))), () -> done(plan));
        } else if (there.isEmpty() && plan instanceof AccountEntryPlan.Change) {
            refuse(plan, ErrorCode.NOT_THERE, "no entry of the " + plan.key(), "Create it first.");
        } else if (!unknown.isEmpty()) {
            refuseMembers(plan, unknown);
        } else if (plan instanceof AccountEntryPlan.Change change) {
            there.ifPresent(entry -> modify(plan, entry, entry.modifications(change.before(), change.after(), dns)));
        } else if (plan instanceof AccountEntryPlan.Create create) {
            there.ifPresentOrElse(entry -> complete(create, entry, dns), () -> add(create, dns));
        }
    }

    private void add(AccountEntryPlan.Create plan, Map<ObjectKey, String> dns) {
        List<String> members =
                plan.wanted().members().stream().map(dns::get).sorted().toList();
        send(plan, new LdapCall.Add(new AddRequest(accounts.form().entry(plan.wanted(), members))));
    }

    private void complete(AccountEntryPlan.Create plan, AccountThere there, Map<ObjectKey, String> dns) {
        Optional<AccountEntry> before = there.account()
                .filter(account -> account.primary().equals(plan.wanted().primary()));
        if (before.isEmpty()) {
            refuse(
                    plan,
                    ErrorCode.LDAP_ENTRY_EXISTS,
                    "another shared account as " + there.dn(),
                    "Choose another name, or delete that entry.");
            return;
        }
        modify(plan, there, there.modifications(before.get().withMembers(Set.of()), plan.wanted(), dns));
    }

    private void modify(AccountEntryPlan plan, AccountThere there, List<Modification> modifications) {
        if (modifications.isEmpty()) {
            done(plan);
        } else {
            send(plan, new LdapCall.Modify(new ModifyRequest(there.dn(), modifications)));
        }
    }

    private void send(AccountEntryPlan plan, LdapCall call) {
        work.add(new Work(plan, call));
    }

    private void settle(Work sent, LDAPResult result, boolean last) {
        if (result.getResultCode().equals(ResultCode.SUCCESS)) {
            done(sent.plan);
        } else if (!last && STALE.contains(result.getResultCode())) {
            stale.add(sent.plan);
        } else {
            outcomes.put(sent.plan.key(), LdapErrors.outcome(sent.plan.origin(), sent.call, result));
        }
    }

    private void done(AccountEntryPlan plan) {
        outcomes.put(plan.key(), StepOutcome.Done.plainly());
    }

    private void refuseMembers(AccountEntryPlan plan, Set<ObjectKey> unknown) {
        String who = unknown.stream().map(ObjectKey::name).sorted().collect(Collectors.joining(", "));
        refuse(
                plan,
                ErrorCode.MEMBER_UNKNOWN,
                "no entry, or more than one, of " + who + " for the " + plan.key(),
                "Import them first, or take them out of the account.");
    }

    private void refuse(AccountEntryPlan plan, ErrorCode code, String what, String suggestion) {
        outcomes.put(
                plan.key(),
                new StepOutcome.Failed(new Problem(plan.origin(), code, "", "LDAP has " + what + ".", suggestion)));
    }
}
