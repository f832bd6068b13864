package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.Vocabulary;
import dev.muster.target.AccountEntries;
import dev.muster.target.HolderSearch;
import dev.muster.target.NumberSource;
import dev.muster.target.Roster;
import dev.muster.target.Target;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The directory: people as entries (whitepaper 5.1), addresses and key values of everything below the suffix, and the
 * counter of {@code uidNumber}. Adds and modifies go out without waiting for each other. A password that only comes
 * clear is hashed with a salt derived from the site key, so that repeating an apply writes the same value. Thread-safe.
 */
public final class LdapTarget implements Target, HolderSearch, NumberSource {
    private static final Set<Counter> COUNTERS = EnumSet.of(Counter.UID_NUMBER, Counter.GID_NUMBER);

    private final LdapSettings settings;
    private final Directory directory;
    private final Holders holders;
    private final UidCounter counter;
    private final Roster roster;
    private final AccountEntries accounts;

    /**
     * Connects when first used.
     *
     * @throws dev.muster.target.TargetException if a pattern of the settings is none
     */
    public LdapTarget(LdapSettings settings, SiteKey siteKey) {
        this.settings = settings;
        this.directory = Directory.of(settings, siteKey);
        this.holders = new Holders(settings, directory.names(), directory.people());
        this.counter = new UidCounter(settings.tree(), directory.exchange());
        this.roster = new LdapRoster(settings, directory.exchange());
        this.accounts = new LdapAccounts(settings, directory);
    }

    @Override
    public TargetName name() {
        return TargetName.LDAP;
    }

    /**
     * Whether an attribute holds the field. In mode {@code write} a word of the house that has an attribute is always
     * kept, so that a schema that lacks it is told and not passed over; any other name must be one of the schema's.
     */
    @Override
    public boolean keeps(Field field) {
        if (field.equals(Field.GLOBAL_ADDRESS_BOOK)) {
            return directory.addressAdmins().isKept();
        }
        if (field.equals(Field.PASSWORD)) {
            return isWriting();
        }
        boolean asked = isWriting() && Vocabulary.word(field).isPresent();
        return directory
                .names()
                .attribute(field)
                .filter(attribute -> asked || directory.names().isKnown(attribute))
                .isPresent();
    }

    /** The stored forms of people's passwords, so that they can be put back; without those who have none, or several. */
    public Map<ObjectKey, Secret> passwordHashes(List<ObjectKey> keys) {
        Map<ObjectKey, Secret> hashes = new LinkedHashMap<>();
        directory
                .people()
                .find(keys)
                .forEach((key, entries) -> entries.stream()
                        .map(entry ->
                                entry.getAttributeValues(directory.mapping().passwordAttribute()))
                        .filter(values -> values != null && values.length == 1)
                        .findFirst()
                        .ifPresent(values -> hashes.put(key, Secret.of(values[0]))));
        return hashes;
    }

    /** Up to three attributes of the server's schema whose names look like this one. */
    public List<String> nearest(String attribute) {
        return directory.names().nearest(attribute);
    }

    @Override
    public Map<ObjectKey, TargetState> read(List<ObjectKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<ObjectKey, List<SearchResultEntry>> found = directory.people().find(keys);
        Set<String> addressAdmins =
                found.isEmpty() ? Set.of() : directory.addressAdmins().members();
        Map<ObjectKey, TargetState> states = new LinkedHashMap<>();
        keys.forEach(key -> states.put(key, state(found.getOrDefault(key, List.of()), addressAdmins)));
        return states;
    }

    /** @throws IllegalStateException in mode {@code read} */
    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> plans) {
        if (!isWriting()) {
            throw new IllegalStateException("ldap.mode is read: nothing is written to the directory.");
        }
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        List<TargetPlan.Specified> wanted = TargetPlan.only(TargetPlan.Specified.class, plans);
        if (!wanted.isEmpty()) {
            outcomes.putAll(new PeopleWriter(directory).apply(wanted));
        }
        List<TargetPlan.Leaving> leaving = TargetPlan.only(TargetPlan.Leaving.class, plans);
        if (!leaving.isEmpty()) {
            outcomes.putAll(new PeopleRemover(directory, settings.server().bindDn()).apply(leaving));
        }
        return outcomes;
    }

    @Override
    public List<Holder> holdersOf(Collection<MailAddress> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : holders.ofAddresses(addresses.stream()
                        .map(MailAddress::folded)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public List<Holder> holdersOfKeys(Collection<String> keyValues) {
        return keyValues.isEmpty() ? List.of() : holders.ofKeys(new LinkedHashSet<>(keyValues));
    }

    @Override
    public long reserve(Counter wanted, int count) {
        if (!COUNTERS.contains(wanted) || count < 1) {
            throw new IllegalArgumentException(
                    "LDAP keeps the counters " + COUNTERS + ", and gives at least 1 number.");
        }
        return counter.reserve(count);
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(roster);
    }

    @Override
    public Optional<AccountEntries> accountEntries() {
        return Optional.of(accounts);
    }

    @Override
    public void close() {
        directory.exchange().close();
    }

    private boolean isWriting() {
        return settings.mode() == LdapSettings.Mode.WRITE;
    }

    private TargetState state(List<SearchResultEntry> found, Set<String> addressAdmins) {
        if (found.isEmpty()) {
            return new TargetState.Absent();
        }
        if (found.size() > 1) {
            return new TargetState.Unknown("LDAP has several entries of that user name: "
                    + found.stream().map(SearchResultEntry::getDN).toList()
                    + ". Narrow ldap.searchFilter or ldap.searchBase.");
        }
        SortedMap<Field, List<String>> values = directory.mapping().values(found.get(0));
        if (directory.addressAdmins().isKept()) {
            boolean member =
                    addressAdmins.contains(AddressAdmins.normalized(found.get(0).getDN()));
            values.put(Field.GLOBAL_ADDRESS_BOOK, List.of(member ? "yes" : "no"));
        }
        return new TargetState.Present(values);
    }
}
