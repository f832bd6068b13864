package dev.muster.legacy;

import dev.muster.ledger.ClaimTable;
import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The claims of many calls: looked up in bulk, and made in memory until all of them are recorded together. For one thread.
 */
final class ReplayClaims implements CallClaims {
    private final ClaimTable table;
    private final String source;
    private final Map<Counter, NumberSource> numbers;
    private final Lookup<String, RecordedClaim> byIdentity;
    private final Lookup<UserName, RecordedClaim> byName;
    private final Lookup<UserName, Boolean> taken;
    private final Lookup<MailAddress, List<Claims>> byAddress;
    private final Lookup<String, Integer> drives;
    private final Lookup<UserName, String> kept;
    private final List<RecordedClaim> promised = new ArrayList<>();
    private final Map<String, RecordedClaim> made = new LinkedHashMap<>();
    private final Set<String> first = new TreeSet<>();

    ReplayClaims(ClaimTable table, String source, Map<Counter, NumberSource> numbers) {
        this.table = table;
        this.source = source;
        this.numbers = numbers;
        this.byIdentity = new Lookup<>(identities -> table.find(source, identities));
        this.byName = new Lookup<>(names -> table.named(source, names));
        this.taken = new Lookup<>(names -> marked(table.taken(names)));
        this.byAddress = new Lookup<>(addresses -> byAddress(table.holding(addresses)));
        this.drives = new Lookup<>(table::lastDrives);
        this.kept = new Lookup<>(names -> byName(table.keptMailboxes(names)));
    }

    private static Map<UserName, Boolean> marked(Set<UserName> names) {
        Map<UserName, Boolean> marked = new HashMap<>();
        names.forEach(name -> marked.put(name, true));
        return marked;
    }

    private static Map<MailAddress, List<Claims>> byAddress(List<Claims> all) {
        Map<MailAddress, List<Claims>> held = new HashMap<>();
        all.forEach(claims ->
                held.computeIfAbsent(claims.mail(), any -> new ArrayList<>()).add(claims));
        return held;
    }

    private static Map<UserName, String> byName(Map<String, String> folded) {
        Map<UserName, String> named = new HashMap<>();
        folded.forEach((name, value) -> named.put(UserName.of(name), value));
        return named;
    }

    /** Looks at once at what the calls to come will ask for one by one. */
    void look(Collection<UserName> names, Collection<MailAddress> addresses) {
        find(names.stream().map(UserName::value).toList());
        byName.find(names);
        taken.find(names);
        kept.find(names);
        byAddress.find(addresses);
    }

    /** What was made and is to be recorded. */
    Collection<RecordedClaim> made() {
        return made.values();
    }

    /** The identities among them that had no claim before. */
    Set<String> first() {
        return first;
    }

    @Override
    public Map<String, RecordedClaim> find(Collection<String> identities) {
        return byIdentity.find(identities);
    }

    @Override
    public Map<UserName, RecordedClaim> named(Collection<UserName> names) {
        return byName.find(names);
    }

    @Override
    public Set<UserName> taken(Collection<UserName> names) {
        return taken.find(names).keySet();
    }

    @Override
    public List<Claims> holding(Collection<MailAddress> addresses) {
        return byAddress.find(addresses).values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Map<String, Integer> lastDrives(Collection<String> foldedNames) {
        return drives.find(foldedNames);
    }

    @Override
    public Map<String, String> keptMailboxes(Collection<UserName> names) {
        Map<String, String> found = new HashMap<>();
        kept.find(names).forEach((name, value) -> found.put(name.folded(), value));
        return found;
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
        Optional<RecordedClaim> own = Optional.ofNullable(named(List.of(name)).get(name));
        return own.or(() -> taken(List.of(name)).isEmpty() ? Optional.empty() : table.named(name))
                .map(RecordedClaim::claims);
    }

    /** As with {@link #giveUp}. */
    @Override
    public void leave(UserName name, Optional<String> keptFor) {
        return;
    }

    @Override
    public boolean isLeaving(UserName name) {
        return table.isLeaving(name);
    }

    /** A deletion ends what is folded: what it gives up is given up when it is really done. */
    @Override
    public void giveUp(UserName name, Optional<String> keptFor) {
        return;
    }

    @Override
    public void commit() {
        promised.forEach(this::record);
        promised.clear();
    }

    private void record(RecordedClaim claim) {
        Claims claims = claim.claims();
        UserName name = claims.userName();
        boolean isNew = find(List.of(claims.identity())).isEmpty();
        if (isNew
                && !taken(List.of(name)).isEmpty()
                && keptMailboxes(List.of(name)).isEmpty()) {
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The name " + name + " was claimed by another command or source. Nothing was touched.");
        }
        if (isNew) {
            first.add(claims.identity());
        }
        made.put(claims.identity(), claim);
        byIdentity.put(claims.identity(), claim);
        byName.put(name, claim);
        taken.put(name, true);
        hold(claims);
        drives.put(claims.driveName().foldedBase(), last(claims));
    }

    private void hold(Claims claims) {
        List<Claims> holders = new ArrayList<>(holding(List.of(claims.mail())));
        holders.removeIf(each ->
                each.identity().equals(claims.identity()) && each.source().equals(source));
        holders.add(claims);
        byAddress.put(claims.mail(), holders);
    }

    private int last(Claims claims) {
        String base = claims.driveName().foldedBase();
        return Math.max(
                drives.find(List.of(base)).getOrDefault(base, 0),
                claims.driveName().number());
    }

    @Override
    public void forget() {
        made.keySet().removeAll(first);
    }

    /** What the last call planned and did not do. */
    void drop() {
        promised.clear();
    }
}
