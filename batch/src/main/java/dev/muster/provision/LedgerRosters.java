package dev.muster.provision;

import dev.muster.ledger.RosterClaimTable;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Claims of groups and resources for real.
 *
 * @param table where they are kept
 * @param source whose they are
 * @param runId which run makes them
 * @param numbers who hands out numbers
 */
public record LedgerRosters(RosterClaimTable table, String source, long runId, Map<Counter, NumberSource> numbers)
        implements RosterBook {
    @Override
    public Map<ObjectKey, RosterClaims> find(Collection<ObjectKey> keys) {
        return table.find(source, keys);
    }

    @Override
    public Map<ObjectKey, Set<ObjectKey>> given(Collection<ObjectKey> keys) {
        return table.given(source, keys);
    }

    @Override
    public long reserve(Counter counter, int count) {
        NumberSource from = numbers.get(counter);
        return from == null || count == 0 ? 0 : from.reserve(counter, count);
    }

    @Override
    public void save(Map<ObjectKey, RosterClaims> claims) {
        table.save(runId, source, claims);
    }

    @Override
    public void give(Map<ObjectKey, Set<ObjectKey>> members) {
        table.give(source, members);
    }

    @Override
    public void takeBack(Map<ObjectKey, Set<ObjectKey>> members) {
        table.takeBack(source, members);
    }
}
