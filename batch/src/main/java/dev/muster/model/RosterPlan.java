package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one target is to do for one group, resource or resource group. Applying any of them twice has the effect of
 * applying it once.
 */
public sealed interface RosterPlan {
    ObjectKey key();

    /** What asked for it, for messages. */
    Origin origin();

    /** Make the object whole: all of it, or what is missing of it where a part is there already as claimed. */
    record Create(RosterSpec spec, RosterClaims claims) implements RosterPlan {
        @Override
        public ObjectKey key() {
            return spec.key();
        }

        @Override
        public Origin origin() {
            return spec.origin();
        }
    }

    /**
     * Change these fields and these memberships of an existing object, and nothing else.
     *
     * @param coming who is to be a member; who is one already stays one
     * @param going who is not to be a member; who is none already is no trouble
     */
    record Change(Origin origin, ObjectKey key, List<FieldChange> changes, Set<ObjectKey> coming, Set<ObjectKey> going)
            implements RosterPlan {
        /** @throws IllegalArgumentException if somebody cannot be a member, or is to come and to go */
        public Change {
            ObjectKey object = key;
            coming.forEach(member -> RosterSpec.requireFit(object, member));
            if (!Collections.disjoint(coming, going)) {
                throw new IllegalArgumentException("Somebody is to come to and to go from " + key + ".");
            }
            changes = List.copyOf(changes);
            coming = Collections.unmodifiableSet(new LinkedHashSet<>(coming));
            going = Collections.unmodifiableSet(new LinkedHashSet<>(going));
        }

        public static Change coming(Origin origin, ObjectKey key, Set<ObjectKey> members) {
            return new Change(origin, key, List.of(), members, Set.of());
        }

        public static Change going(Origin origin, ObjectKey key, Set<ObjectKey> members) {
            return new Change(origin, key, List.of(), Set.of(), members);
        }
    }

    /** Remove the object, never its members. One that is gone already is no trouble. */
    record Delete(Origin origin, ObjectKey key) implements RosterPlan {}
}
