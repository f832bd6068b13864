package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The group of those who may write the global address book. Thread-safe. */
final class AddressAdmins {
    private static final String MEMBER = "member";

    private final String group;
    private final People people;
    private final Exchange exchange;

    AddressAdmins(LdapTree tree, People people, Exchange exchange) {
        this.group = tree.addressAdminsDn();
        this.people = people;
        this.exchange = exchange;
    }

    boolean isKept() {
        return !group.isEmpty();
    }

    /** The normalized DNs of today's members; none where there is no such group. */
    Set<String> members() {
        return isKept()
                ? people.entry(group, MEMBER).map(AddressAdmins::members).orElse(Set.of())
                : Set.of();
    }

    static String normalized(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException foreign) {
            return dn;
        }
    }

    /**
     * Puts people in and takes people out with one modify.
     *
     * @param wanted by DN, whether the person is to be a member
     * @return what that means for somebody's row when it could not be done; empty = done
     */
    Optional<Function<Origin, StepOutcome>> set(Map<String, Boolean> wanted) {
        Optional<SearchResultEntry> entry = people.entry(group, MEMBER);
        if (entry.isEmpty()) {
            return wanted.containsValue(true) ? Optional.of(this::absent) : Optional.empty();
        }
        List<Modification> modifications = modifications(wanted, members(entry.get()));
        if (modifications.isEmpty()) {
            return Optional.empty();
        }
        LdapCall call = new LdapCall.Modify(new ModifyRequest(group, modifications));
        LDAPResult result = exchange.send(List.of(call)).get(0);
        return result.getResultCode().equals(ResultCode.SUCCESS)
                ? Optional.empty()
                : Optional.of(origin -> LdapErrors.outcome(origin, call, result));
    }

    private static List<Modification> modifications(Map<String, Boolean> wanted, Set<String> present) {
        List<String> coming = new ArrayList<>();
        List<String> going = new ArrayList<>();
        wanted.forEach((dn, member) -> {
            if (member != present.contains(normalized(dn))) {
                (member ? coming : going).add(dn);
            }
        });
        List<Modification> modifications = new ArrayList<>();
        if (!coming.isEmpty()) {
            modifications.add(new Modification(ModificationType.ADD, MEMBER, coming.toArray(String[]::new)));
        }
        if (!going.isEmpty()) {
            modifications.add(new Modification(ModificationType.DELETE, MEMBER, going.toArray(String[]::new)));
        }
        return modifications;
    }

    private static Set<String> members(SearchResultEntry entry) {
        Set<String> members = new HashSet<>();
        String[] values = entry.getAttributeValues(MEMBER);
        for (String value : values == null ? new String[0] : values) {
            members.add(normalized(value));
        }
        return members;
    }

    private StepOutcome absent(Origin origin) {
        return new StepOutcome.Failed(new Problem(
                origin,
                ErrorCode.LDAP_REFUSED,
                "globaladdressbook",
                "LDAP has no group " + group + " of those who may write the global address book.",
                "Create it as groupOfNames, or name another one in ldap.addressAdminsDn."));
    }
}
