package dev.muster.provision;

import dev.muster.ledger.ClaimTable;
import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Claims for real.
 *
 * @param table where they are kept
 * @param source whose they are
 * @param runId which run makes them
 * @param numbers who hands out numbers
 */
public record LedgerClaims(ClaimTable table, String source, long runId, Map<Counter, NumberSource> numbers)
        implements ClaimBook {
    @Override
    public Map<String, RecordedClaim> find(Collection<String> identities) {
        return table.find(source, identities);
    }

    @Override
    public Map<UserName, RecordedClaim> named(Collection<UserName> names) {
        return table.named(source, names);
    }

    @Override
    public Set<UserName> taken(Collection<UserName> names) {
        return table.taken(names);
    }

    @Override
    public List<Claims> holding(Collection<MailAddress> addresses) {
        return table.holding(addresses);
    }

    @Override
    public Map<String, Integer> lastDrives(Collection<String> foldedNames) {
        return table.lastDrives(foldedNames);
    }

    @Override
    public Map<String, String> keptMailboxes(Collection<UserName> names) {
        return table.keptMailboxes(names);
    }

    @Override
    public long reserve(Counter counter, int count) {
        NumberSource source = numbers.get(counter);
        return source == null || count == 0 ? 0 : source.reserve(counter, count);
    }

    @Override
    public void save(Collection<RecordedClaim> claims) {
        table.save(runId, claims);
    }
}
