package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where the claims of groups and resources are found and made: for real, or on paper for a dry run. */
public interface RosterBook {
    /** The numbers of these objects as far as there are any. */
    Map<ObjectKey, RosterClaims> find(Collection<ObjectKey> keys);

    /** The members that this source gave these objects as far as there are any. */
    Map<ObjectKey, Set<ObjectKey>> given(Collection<ObjectKey> keys);

    /** Consecutive numbers; 0 where none can be had, as in a dry run. */
    long reserve(Counter counter, int count);

    /** Records numbers, new or brought up to date. */
    void save(Map<ObjectKey, RosterClaims> claims);

    /** Records members as given by this source, beside those that are recorded already. */
    void give(Map<ObjectKey, Set<ObjectKey>> members);

    /** Forgets that this source gave these members. */
    void takeBack(Map<ObjectKey, Set<ObjectKey>> members);
}
