package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Entry;
import dev.muster.model.TargetPlan;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is to go.
 *
 * @param plan what is to be done
 * @param entry her entry; empty when it is gone already
 * @param dn where the entry is, or would have been; empty when that cannot be told without it
 * @param spellings the user names that groups may know her by
 */
record Leaver(TargetPlan.Leaving plan, Optional<Entry> entry, Optional<String> dn, Set<String> spellings) {
    /** Whether this user name is hers. */
    boolean isCalled(String name) {
        return spellings.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether this DN is her entry's. */
    boolean isAt(String other) {
        return dn.filter(mine -> AddressAdmins.normalized(mine).equals(AddressAdmins.normalized(other)))
                .isPresent();
    }
}
