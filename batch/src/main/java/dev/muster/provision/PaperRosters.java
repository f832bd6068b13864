package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Claims of a dry run: the recorded ones are read, new ones are remembered until the run ends. For one thread. */
public final class PaperRosters implements RosterBook {
    private final RosterBook recorded;
    private final Map<ObjectKey, RosterClaims> noted = new HashMap<>();

    public PaperRosters(RosterBook recorded) {
        this.recorded = recorded;
    }

    @Override
    public Map<ObjectKey, RosterClaims> find(Collection<ObjectKey> keys) {
        Map<ObjectKey, RosterClaims> found = new HashMap<>(noted);
        found.keySet().retainAll(Set.copyOf(keys));
        found.putAll(recorded.find(keys));
        return found;
    }

    @Override
    public Map<ObjectKey, Set<ObjectKey>> given(Collection<ObjectKey> keys) {
        return recorded.given(keys);
    }

    @Override
    public long reserve(Counter counter, int count) {
        return 0;
    }

    @Override
    public void save(Map<ObjectKey, RosterClaims> claims) {
        noted.putAll(claims);
    }

    /** Nobody asks a dry run for what it gave. */
    @Override
    public void give(Map<ObjectKey, Set<ObjectKey>> members) {}

    @Override
    public void takeBack(Map<ObjectKey, Set<ObjectKey>> members) {}
}
