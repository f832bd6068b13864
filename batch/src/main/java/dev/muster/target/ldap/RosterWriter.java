package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterPlan;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One call's plans for groups and resources, applied: look, then one write for each. Used once, by one thread. */
final class RosterWriter {
    /** The entry is not what the call was made for: somebody was faster, or an earlier answer was lost. */
    private static final Set<ResultCode> STALE =
            Set.of(ResultCode.ENTRY_ALREADY_EXISTS, ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS);

    private final RosterEntries entries;
    private final Exchange exchange;
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
    private final List<Work> work = new ArrayList<>();
    private final List<RosterPlan> stale = new ArrayList<>();

    private record Work(RosterPlan plan, LdapCall call) {}

    RosterWriter(RosterEntries entries, Exchange exchange) {
        this.entries = entries;
        this.exchange = exchange;
    }

    Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans) {
        round(plans, false);
        if (!stale.isEmpty()) {
            round(List.copyOf(stale), true);
        }
        return outcomes;
    }

    private void round(List<? extends RosterPlan> plans, boolean last) {
        work.clear();
        Map<ObjectKey, List<SearchResultEntry>> found =
                entries.find(plans.stream().map(RosterPlan::key).toList());
        plans.forEach(plan -> prepare(plan, found.getOrDefault(plan.key(), List.of())));
        List<LDAPResult> results = exchange.send(work.stream().map(Work::call).toList());
        for (int i = 0; i < work.size(); i++) {
            settle(work.get(i), results.get(i), last);
        }
    }

    private void prepare(RosterPlan plan, List<SearchResultEntry> found) {
        if (found.size() > 1) {
            refuse(plan, ErrorCode.NOT_THERE, "several entries of that name: " + dns(found), "Remove all but one.");
        } else if (found.isEmpty()) {
            prepareAbsent(plan);
        } else if (plan instanceof RosterPlan.Create create) {
            prepareThere(create, found.get(0));
        } else if (plan instanceof RosterPlan.Change change) {
            prepareChange(change, found.get(0));
        } else {
            prepareDelete(plan, found.get(0));
        }
    }

    private void prepareAbsent(RosterPlan plan) {
        if (plan instanceof RosterPlan.Create create) {
            work.add(new Work(
                    plan,
                    new LdapCall.Add(
                            new AddRequest(entries.form(plan.key().kind()).entry(create)))));
        } else if (plan instanceof RosterPlan.Delete) {
            done(plan);
        } else {
            refuse(plan, ErrorCode.NOT_THERE, "no such entry", "Create it first.");
        }
    }

    private void prepareThere(RosterPlan.Create plan, SearchResultEntry entry) {
        RosterChange change = new RosterChange(entries.form(plan.key().kind()), entry);
        if (change.isAsClaimed(plan)) {
            modify(plan, entry, change.missing(plan));
        } else {
            refuse(plan, ErrorCode.LDAP_ENTRY_EXISTS, "another such entry already", "Choose another name.");
        }
    }

    private void prepareChange(RosterPlan.Change plan, SearchResultEntry entry) {
        if (!entries.isPrimary(entry)) {
            modify(plan, entry, new RosterChange(entries.form(plan.key().kind()), entry).of(plan));
        } else if (!plan.going().isEmpty()) {
            protect(plan);
        } else {
            modify(plan, entry, new RosterChange(entries.form(plan.key().kind()), entry).fields(plan.changes()));
        }
    }

    private void prepareDelete(RosterPlan plan, SearchResultEntry entry) {
        if (entries.isPrimary(entry)) {
            protect(plan);
            return;
        }
        work.add(new Work(plan, new LdapCall.Delete(new DeleteRequest(entry.getDN()))));
    }

    private void modify(RosterPlan plan, SearchResultEntry entry, List<Modification> modifications) {
        if (modifications.isEmpty()) {
            done(plan);
            return;
        }
        work.add(new Work(plan, new LdapCall.Modify(new ModifyRequest(entry.getDN(), modifications))));
    }

    private void settle(Work sent, LDAPResult result, boolean last) {
        ResultCode code = result.getResultCode();
        boolean gone = code.equals(ResultCode.NO_SUCH_OBJECT);
        if (code.equals(ResultCode.SUCCESS) || (gone && sent.plan instanceof RosterPlan.Delete)) {
            done(sent.plan);
        } else if (!last && (STALE.contains(code) || (gone && sent.plan instanceof RosterPlan.Change))) {
            stale.add(sent.plan);
        } else {
            outcomes.put(sent.plan.key(), LdapErrors.outcome(sent.plan.origin(), sent.call, result));
        }
    }

    private void done(RosterPlan plan) {
        outcomes.put(plan.key(), StepOutcome.Done.plainly());
    }

    private void protect(RosterPlan plan) {
        refuse(
                plan,
                ErrorCode.PROTECTED,
                "it as everybody's primary group",
                "Leave it: people are in it by their own gidNumber.");
    }

    private void refuse(RosterPlan plan, ErrorCode code, String what, String suggestion) {
        String reason = "LDAP has " + what + " (" + plan.key() + ").";
        outcomes.put(plan.key(), new StepOutcome.Failed(new Problem(plan.origin(), code, "", reason, suggestion)));
    }

    private static List<String> dns(List<SearchResultEntry> found) {
        return found.stream().map(SearchResultEntry::getDN).toList();
    }
}
