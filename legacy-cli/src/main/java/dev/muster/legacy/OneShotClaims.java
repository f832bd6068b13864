package dev.muster.legacy;

import dev.muster.ledger.ClaimTable;
import dev.muster.ledger.RecordedClaim;
import dev.muster.ledger.StoreException;
import dev.muster.model.Claims;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of one call. What planning saves is kept back until {@link #commit()}, so that a call that turns out to be
 * wrong leaves nothing. New claims are inserts: of two calls that make the same person at the same time, one is refused.
 * For one thread.
 */
final class OneShotClaims implements CallClaims {
    /** No run of an import. */
    private static final long NO_RUN = 0;

    private final Optional<ClaimTable> table;
    private final String source;
    private final Map<Counter, NumberSource> numbers;
    private final Set<String> known = new HashSet<>();
    private final List<RecordedClaim> promised = new ArrayList<>();
    private final List<RecordedClaim> made = new ArrayList<>();

    /** @param table empty where the state store is an embedded file: then nothing is recorded */
    OneShotClaims(Optional<ClaimTable> table, String source, Map<Counter, NumberSource> numbers) {
        this.table = table;
        this.source = source;
        this.numbers = numbers;
    }

    @Override
    public Map<String, RecordedClaim> find(Collection<String> identities) {
        Map<String, RecordedClaim> found =
                table.map(claims -> claims.find(source, identities)).orElse(Map.of());
        known.addAll(found.keySet());
        return found;
    }

    @Override
    public Map<UserName, RecordedClaim> named(Collection<UserName> names) {
        return table.map(claims -> claims.named(source, names)).orElse(Map.of());
    }

    @Override
    public Set<UserName> taken(Collection<UserName> names) {
        return table.map(claims -> claims.taken(names)).orElse(Set.of());
    }

    @Override
    public List<Claims> holding(Collection<MailAddress> addresses) {
        return table.map(claims -> claims.holding(addresses)).orElse(List.of());
    }

    @Override
    public Map<String, Integer> lastDrives(Collection<String> foldedNames) {
        return table.map(claims -> claims.lastDrives(foldedNames)).orElse(Map.of());
    }

    @Override
    public Map<String, String> keptMailboxes(Collection<UserName> names) {
        return table.map(claims -> claims.keptMailboxes(names)).orElse(Map.of());
    }

    @Override
    public long reserve(Counter counter, int count) {
        NumberSource numberSource = numbers.get(counter);
        return numberSource == null || count == 0 ? 0 : numberSource.reserve(counter, count);
    }

    @Override
    public void save(Collection<RecordedClaim> claims) {
        promised.addAll(claims);
    }

    @Override
    public Optional<Claims> of(UserName name) {
        return table.flatMap(claims -> claims.named(name)).map(RecordedClaim::claims);
    }

    @Override
    public void leave(UserName name, Optional<String> keptFor) {
        table.ifPresent(claims -> claims.leave(name, keptFor));
    }

    @Override
    public boolean isLeaving(UserName name) {
        return table.map(claims -> claims.isLeaving(name)).orElse(false);
    }

    @Override
    public void giveUp(UserName name, Optional<String> keptFor) {
        table.ifPresent(claims -> claims.giveUp(name, keptFor));
    }

    @Override
    public void commit() {
        promised.forEach(claim -> {
            boolean isNew = !known.contains(claim.claims().identity());
            table.ifPresent(claims -> record(claims, claim, isNew));
            if (isNew) {
                made.add(claim);
            }
        });
        promised.clear();
    }

    @Override
    public void forget() {
        made.forEach(claim ->
                table.ifPresent(claims -> claims.delete(source, claim.claims().identity())));
        made.clear();
    }

    private static void record(ClaimTable table, RecordedClaim claim, boolean isNew) {
        try {
            if (isNew) {
                table.insert(NO_RUN, List.of(claim));
            } else {
                table.save(NO_RUN, List.of(claim));
            }
        } catch (StoreException refused) {
            if (!refused.isDuplicate()) {
                throw refused;
            }
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The name " + claim.claims().userName()
                            + " was claimed by another command or source. Nothing was touched.");
        }
    }
}
