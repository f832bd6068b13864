package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One call's plans, applied: everybody's entry first, then the group of the address book. Used once, by one thread. */
final class PeopleWriter {
    private static final String YES = "yes";

    /** The entry is not what the call was made for. */
    private static final Set<ResultCode> STALE =
            Set.of(ResultCode.ENTRY_ALREADY_EXISTS, ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS);

    private final Directory directory;
    private final Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
    private final Map<ObjectKey, String> dns = new LinkedHashMap<>();
    private final List<Work> work = new ArrayList<>();

    PeopleWriter(Directory directory) {
        this.directory = directory;
    }

    Map<ObjectKey, StepOutcome> apply(List<TargetPlan.Specified> plans) {
        List<TargetPlan.Specified> possible =
                plans.stream().filter(plan -> !isRefused(plan)).toList();
        possible.forEach(this::prepareCreate);
        prepareChanges(possible);
        send();
        setAddressAdmins(possible);
        return outcomes;
    }

    /** A field that no attribute can hold is told before anything of the person is written. */
    private boolean isRefused(TargetPlan.Specified plan) {
        for (Field field : fields(plan)) {
            Optional<String> attribute = directory.names().attribute(field);
            if (attribute.isPresent() && !directory.names().isKnown(attribute.get())) {
                outcomes.put(plan.key(), unknown(plan, field, attribute.get()));
                return true;
            }
        }
        return false;
    }

    private static Collection<Field> fields(TargetPlan.Specified plan) {
        return plan instanceof TargetPlan.Change change
                ? change.changes().stream().map(FieldChange::field).toList()
                : plan.spec().values().keySet();
    }

    private StepOutcome unknown(TargetPlan.Specified plan, Field field, String attribute) {
        List<String> nearest = directory.names().nearest(attribute);
        String advice = nearest.isEmpty() ? "" : "Did you mean " + String.join(" or ", nearest) + "? ";
        return failed(
                plan,
                field.name(),
                "The LDAP server's schema has no attribute '" + attribute + "'.",
                advice + "Load the schema, rename the column, or set ldap.attributes." + field
                        + " to another attribute ('' leaves the field out).");
    }

    private void prepareCreate(TargetPlan.Specified plan) {
        if (!(plan instanceof TargetPlan.Create)) {
            return;
        }
        Optional<String> dn = directory.mapping().dn(plan);
        if (dn.isEmpty()) {
            outcomes.put(plan.key(), failed(plan, "", "ldap.userDn needs a field that has no value here.", "Fill it."));
            return;
        }
        dns.put(plan.key(), dn.get());
        work.add(new Work(
                plan, new LdapCall.Add(new AddRequest(directory.mapping().entry(dn.get(), plan))), false));
    }

    private void prepareChanges(List<TargetPlan.Specified> plans) {
        List<TargetPlan.Change> changes = plans.stream()
                .filter(TargetPlan.Change.class::isInstance)
                .map(TargetPlan.Change.class::cast)
                .toList();
        Map<ObjectKey, List<SearchResultEntry>> found =
                directory.people().find(changes.stream().map(TargetPlan::key).toList());
        changes.forEach(change -> prepareChange(change, found.getOrDefault(change.key(), List.of())));
    }

    private void prepareChange(TargetPlan.Change plan, List<SearchResultEntry> found) {
        if (found.size() != 1) {
            outcomes.put(plan.key(), notOne(plan, found));
            return;
        }
        dns.put(plan.key(), found.get(0).getDN());
        modify(plan, found.get(0), directory.change().of(plan, found.get(0)), false);
    }

    private static StepOutcome notOne(TargetPlan.Specified plan, List<SearchResultEntry> found) {
        String reason = found.isEmpty()
                ? "LDAP has no entry of " + plan.key() + " any more."
                : "LDAP has several entries of " + plan.key() + ": "
                        + found.stream().map(SearchResultEntry::getDN).toList() + ".";
        return new StepOutcome.Failed(new Problem(
                plan.spec().origin(),
                ErrorCode.NOT_IN_DIRECTORY,
                "",
                reason,
                found.isEmpty() ? "Plan again." : "Narrow ldap.searchFilter or ldap.searchBase."));
    }

    private void modify(
            TargetPlan.Specified plan, SearchResultEntry entry, List<Modification> modifications, boolean again) {
        if (modifications.isEmpty()) {
            outcomes.put(plan.key(), StepOutcome.Done.plainly());
            return;
        }
        work.add(new Work(plan, new LdapCall.Modify(new ModifyRequest(entry.getDN(), modifications)), again));
    }

    /** Sends what is prepared. Who turns out to be there otherwise than thought is looked at and sent once more. */
    private void send() {
        while (!work.isEmpty()) {
            List<Work> sent = List.copyOf(work);
            work.clear();
            List<LDAPResult> results =
                    directory.exchange().send(sent.stream().map(Work::call).toList());
            for (int i = 0; i < sent.size(); i++) {
                settle(sent.get(i), results.get(i));
            }
        }
    }

    private void settle(Work done, LDAPResult result) {
        TargetPlan.Specified plan = done.plan();
        if (result.getResultCode().equals(ResultCode.SUCCESS)) {
            outcomes.put(plan.key(), StepOutcome.Done.plainly());
        } else if (STALE.contains(result.getResultCode()) && !done.again()) {
            lookAgain(done, result);
        } else {
            outcomes.put(plan.key(), LdapErrors.outcome(plan.spec().origin(), done.call(), result));
        }
    }

    /** After a lost answer the repeated call meets what the first one did: only what is missing still is sent. */
    private void lookAgain(Work done, LDAPResult result) {
        TargetPlan.Specified plan = done.plan();
        Optional<SearchResultEntry> entry = directory.people().entry(dn(plan), "*");
        if (entry.isPresent() && plan instanceof TargetPlan.Change change) {
            modify(plan, entry.get(), directory.change().of(change, entry.get()), true);
        } else if (entry.isPresent() && isAsClaimed(plan, entry.get())) {
            modify(plan, entry.get(), directory.change().missing(plan, entry.get()), true);
        } else {
            outcomes.put(plan.key(), LdapErrors.failed(plan.spec().origin(), done.call(), result));
        }
    }

    private boolean isAsClaimed(TargetPlan.Specified plan, SearchResultEntry entry) {
        String uidNumber = Long.toString(plan.claims().uidNumber());
        return entry.hasAttributeValue(directory.names().required(Field.UID_NUMBER), uidNumber)
                && plan.spec()
                        .first(Field.KEY)
                        .map(key -> entry.hasAttributeValue(directory.names().required(Field.KEY), key))
                        .orElse(true);
    }

    private void setAddressAdmins(List<TargetPlan.Specified> plans) {
        List<TargetPlan.Specified> concerned = plans.stream()
                .filter(plan -> outcomes.get(plan.key()) instanceof StepOutcome.Done)
                .filter(plan -> fields(plan).contains(Field.GLOBAL_ADDRESS_BOOK))
                .toList();
        if (concerned.isEmpty() || !directory.addressAdmins().isKept()) {
            return;
        }
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        concerned.forEach(plan -> wanted.put(dn(plan), mayWrite(plan.spec())));
        directory
                .addressAdmins()
                .set(wanted)
                .ifPresent(refusal -> concerned.forEach(plan ->
                        outcomes.put(plan.key(), refusal.apply(plan.spec().origin()))));
    }

    private String dn(TargetPlan.Specified plan) {
        return Objects.requireNonNull(dns.get(plan.key()));
    }

    private static boolean mayWrite(UserSpec spec) {
        return spec.first(Field.GLOBAL_ADDRESS_BOOK).filter(YES::equals).isPresent();
    }

    private static StepOutcome.Failed failed(TargetPlan.Specified plan, String field, String reason, String advice) {
        return new StepOutcome.Failed(new Problem(plan.spec().origin(), ErrorCode.LDAP_REFUSED, field, reason, advice));
    }

    /** @param again whether the entry has been looked at before sending, because an earlier call failed */
    private record Work(TargetPlan.Specified plan, LdapCall call, boolean again) {}
}
