package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes people out of all groups and resource groups below the suffix, with one modify per group. Thread-safe. */
final class Memberships {
    private static final String BY_NAME = "memberUid";

    /** Attributes that name members; {@code memberUid} by user name, all of them by DN. */
    private static final List<String> ATTRIBUTES = List.of(BY_NAME, "member", "uniqueMember", "resourceGroupMember");

    /** The membership was gone, or another one came, between search and modify. */
    private static final Set<ResultCode> STALE = Set.of(ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.NO_SUCH_OBJECT);

    private final LdapTree tree;
    private final People people;
    private final Exchange exchange;

    Memberships(LdapTree tree, People people, Exchange exchange) {
        this.tree = tree;
        this.people = people;
        this.exchange = exchange;
    }

    /** A group, what is to be taken out of it, and who that is. */
    private record Group(SearchResultEntry entry, Map<String, List<String>> going, List<Leaver> leavers) {
        LdapCall call() {
            List<Modification> modifications = new ArrayList<>();
            going.forEach((attribute, values) -> modifications.add(
                    new Modification(ModificationType.DELETE, attribute, values.toArray(String[]::new))));
            return new LdapCall.Modify(new ModifyRequest(entry.getDN(), modifications));
        }

        boolean isEmptied() {
            return ATTRIBUTES.stream()
                    .allMatch(attribute -> values(entry, attribute).size()
                            == going.getOrDefault(attribute, List.of()).size());
        }
    }

    /** @return for everybody whether it is done, with a note for each group that has nobody left */
    Map<ObjectKey, StepOutcome> leave(List<Leaver> leavers) {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        leavers.forEach(leaver -> outcomes.put(leaver.plan().key(), StepOutcome.Done.plainly()));
        if (!leavers.isEmpty() && takeOut(leavers, outcomes)) {
            takeOut(leavers, outcomes);
        }
        return outcomes;
    }

    /** @return whether somebody else changed a group meanwhile, so that it is worth while looking again */
    private boolean takeOut(List<Leaver> leavers, Map<ObjectKey, StepOutcome> outcomes) {
        List<Group> groups = groups(leavers);
        List<LdapCall> calls = groups.stream().map(Group::call).toList();
        List<LDAPResult> results = exchange.send(calls);
        boolean stale = false;
        for (int i = 0; i < groups.size(); i++) {
            if (STALE.contains(results.get(i).getResultCode())) {
                stale = true;
            } else {
                settle(groups.get(i), calls.get(i), results.get(i), outcomes);
            }
        }
        return stale;
    }

    private static void settle(Group group, LdapCall call, LDAPResult result, Map<ObjectKey, StepOutcome> outcomes) {
        for (Leaver leaver : group.leavers()) {
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                outcomes.put(
                        leaver.plan().key(), LdapErrors.outcome(leaver.plan().origin(), call, result));
            } else if (group.isEmptied()) {
                outcomes.computeIfPresent(leaver.plan().key(), (key, before) -> noted(before, group));
            }
        }
    }

    private static StepOutcome noted(StepOutcome before, Group group) {
        if (!(before instanceof StepOutcome.Done done)) {
            return before;
        }
        List<String> notes = new ArrayList<>(done.notes());
        notes.add("The group " + group.entry().getDN() + " has no member any more.");
        return StepOutcome.Done.noting(notes);
    }

    private List<Group> groups(List<Leaver> leavers) {
        Map<String, Group> groups = new LinkedHashMap<>();
        String[] attributes = ATTRIBUTES.toArray(String[]::new);
        for (SearchResultEntry entry :
                people.search(tree.baseDn(), SearchScope.SUB, leavers, Memberships::filter, attributes)) {
            groups.put(entry.getDN(), group(entry, leavers));
        }
        return groups.values().stream()
                .filter(group -> !group.going().isEmpty())
                .toList();
    }

    private static Group group(SearchResultEntry entry, List<Leaver> leavers) {
        List<Leaver> concerned = new ArrayList<>();
        Map<String, List<String>> going = new TreeMap<>();
        for (String attribute : ATTRIBUTES) {
            for (String value : values(entry, attribute)) {
                leavers.stream()
                        .filter(leaver -> isMeant(leaver, attribute, value))
                        .findFirst()
                        .ifPresent(leaver -> {
                            concerned.add(leaver);
                            going.computeIfAbsent(attribute, any -> new ArrayList<>())
                                    .add(value);
                        });
            }
        }
        return new Group(entry, going, concerned);
    }

    /** A resource may be called like a person: there, only a DN means her. */
    private static boolean isMeant(Leaver leaver, String attribute, String value) {
        return attribute.equals(BY_NAME) && leaver.isCalled(value) || leaver.isAt(value);
    }

    private static Filter filter(Leaver leaver) {
        List<Filter> any = new ArrayList<>();
        leaver.spellings().forEach(name -> any.add(Filter.createEqualityFilter(BY_NAME, name)));
        leaver.dn()
                .ifPresent(dn -> ATTRIBUTES.forEach(attribute -> any.add(Filter.createEqualityFilter(attribute, dn))));
        return Filter.createORFilter(any);
    }

    private static List<String> values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
