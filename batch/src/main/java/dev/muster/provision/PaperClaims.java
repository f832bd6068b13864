package dev.muster.provision;

import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.target.NumberSource.Counter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims of a dry run: the recorded ones are read, new ones are remembered until the run ends. For one thread. */
public final class PaperClaims implements ClaimBook {
    private final ClaimBook recorded;
    private final Map<UserName, Claims> byName = new HashMap<>();
    private final Map<MailAddress, Claims> byMail = new HashMap<>();

    public PaperClaims(ClaimBook recorded) {
        this.recorded = recorded;
    }

    @Override
    public Map<String, RecordedClaim> find(Collection<String> identities) {
        return recorded.find(identities);
    }

    @Override
    public Map<UserName, RecordedClaim> named(Collection<UserName> names) {
        return recorded.named(names);
    }

    @Override
    public Set<UserName> claimed(Collection<UserName> names) {
        Set<UserName> claimed = new HashSet<>(recorded.claimed(names));
        names.stream().filter(byName::containsKey).forEach(claimed::add);
        return claimed;
    }

    @Override
    public Set<UserName> taken(Collection<UserName> names) {
        Set<UserName> taken = new HashSet<>(recorded.taken(names));
        names.stream().filter(byName::containsKey).forEach(taken::add);
        return taken;
    }

    @Override
    public List<Claims> holding(Collection<MailAddress> addresses) {
        List<Claims> holding = new ArrayList<>(recorded.holding(addresses));
        addresses.forEach(address -> {
            Claims claims = byMail.get(address);
            if (claims != null) {
                holding.add(claims);
            }
        });
        return holding;
    }

    /** Nobody sees the drive folders of a dry run. */
    @Override
    public Map<String, Integer> lastDrives(Collection<String> foldedNames) {
        return Map.of();
    }

    @Override
    public Map<String, String> keptMailboxes(Collection<UserName> names) {
        return recorded.keptMailboxes(names);
    }

    @Override
    public long reserve(Counter counter, int count) {
        return 0;
    }

    @Override
    public void save(Collection<RecordedClaim> claims) {
        claims.forEach(claim -> {
            byName.put(claim.claims().userName(), claim.claims());
            byMail.put(claim.claims().mail(), claim.claims());
        });
    }
}
