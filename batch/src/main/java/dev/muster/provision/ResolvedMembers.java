package dev.muster.provision;

import dev.muster.model.MailboxRight;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whom the members of a shared account come to, with groups resolved.
 *
 * @param people everybody with the role that she has, by herself and by all of her groups
 * @param unknown members whom nobody knows
 */
record ResolvedMembers(Map<ObjectKey, MailboxRole> people, Set<ObjectKey> unknown) {
    private static final int LONGEST_ROLE = 64;

    ResolvedMembers {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
    }

    /** The rights of both; called as the one that has them all, if there is one. */
    static MailboxRole union(MailboxRole one, MailboxRole other) {
        if (one.rights().containsAll(other.rights())) {
            return one;
        }
        if (other.rights().containsAll(one.rights())) {
            return other;
        }
        EnumSet<MailboxRight> rights = EnumSet.copyOf(one.rights());
        rights.addAll(other.rights());
        String id = one.id() + "+" + other.id();
        return new MailboxRole(id.substring(0, Math.min(LONGEST_ROLE, id.length())), rights);
    }
}
