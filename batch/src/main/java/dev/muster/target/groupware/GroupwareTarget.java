package dev.muster.target.groupware;

import dev.muster.model.DriveName;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.DriveSearch;
import dev.muster.target.HolderSearch;
import dev.muster.target.NumberSource;
import dev.muster.target.Roster;
import dev.muster.target.SharedAccounts;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The groupware database as a target. All writing goes through one lane: one chunk at a time, one connection, one
 * transaction, multi-row statements; chunks side by side would deadlock on the parent folders. Reads and numbers go
 * beside it. Thread-safe.
 */
public final class GroupwareTarget implements Target, HolderSearch, DriveSearch, NumberSource {
    /** Fields that are kept elsewhere than in a column of {@link FieldTable}. */
    private static final Set<Field> ROWS =
            Set.of(Field.ALIAS, Field.PASSWORD, Field.GLOBAL_ADDRESS_BOOK, Field.USER_ID, Field.DISABLE);

    /** So that a query stays well below the server's limits, however many keys are asked for. */
    private static final int KEYS_PER_QUERY = 500;

    private final GroupwareSettings settings;
    private final SqlLane lane;
    private final Retries retries;
    private final SiteKey siteKey;
    private final Set<GroupwarePart> parts;
    private final UserLock userLock;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Roster roster;
    private final SharedAccounts sharedAccounts;
    private final DriveNames driveNames = new DriveNames();
    private volatile @Nullable Site known;

    /**
     * @param lane how transactions reach the database; the target closes it
     * @param siteKey from which the salts of passwords are derived
     */
    public GroupwareTarget(GroupwareSettings settings, SqlLane lane, SiteKey siteKey) {
        this(settings, lane, siteKey, EnumSet.allOf(GroupwarePart.class));
    }

    /** @param parts what is made of a person; the rest of her is made another time */
    public GroupwareTarget(GroupwareSettings settings, SqlLane lane, SiteKey siteKey, Set<GroupwarePart> parts) {
        this.settings = settings;
        this.parts = Set.copyOf(parts);
        this.lane = lane;
        this.siteKey = siteKey;
        retries = new Retries(lane);
        userLock = new UserLock(lane, settings);
        roster = new GroupwareRoster(settings, retries, this::site, writing);
        sharedAccounts = new GroupwareAccounts(settings, retries, this::site, writing);
    }

    @Override
    public TargetName name() {
        return TargetName.GROUPWARE;
    }

    @Override
    public boolean keeps(Field field) {
        return ROWS.contains(field)
                || site().tables().stream()
                        .anyMatch(table -> table.column(field).isPresent());
    }

    @Override
    public Map<ObjectKey, TargetState> read(List<ObjectKey> keys) {
        Map<ObjectKey, TargetState> states = new LinkedHashMap<>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_QUERY) {
            readSome(keys.subList(from, Math.min(keys.size(), from + KEYS_PER_QUERY)), states);
        }
        return states;
    }

    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends TargetPlan> plans) {
        if (plans.isEmpty()) {
            return Map.of();
        }
        Site site = site();
        try {
            Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>(leaveToCommand(site, plans));
            List<? extends TargetPlan> ours = plans.stream()
                    .filter(plan -> !outcomes.containsKey(plan.key()))
                    .toList();
            outcomes.putAll(writeAlone(site, ours));
            return outcomes;
        } catch (SQLException failure) {
            throw unusable(failure, "Writing " + plans.size() + " users");
        }
    }

    private Map<ObjectKey, StepOutcome> leaveToCommand(Site site, List<? extends TargetPlan> plans)
            throws SQLException {
        return settings.deleteCommand().isEmpty()
                ? Map.of()
                : new DeleteCommand(settings.deleteCommand().get(), retries, site)
                        .run(TargetPlan.only(TargetPlan.Delete.class, plans));
    }

    private Map<ObjectKey, StepOutcome> writeAlone(Site site, List<? extends TargetPlan> plans) throws SQLException {
        writing.lock();
        try {
            return UserLock.fits(site.schema()) ? userLock.holding(() -> write(site, plans)) : write(site, plans);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<Holder> holdersOf(Collection<MailAddress> addresses) {
        Site site = site();
        List<MailAddress> all = List.copyOf(addresses);
        Set<Holder> holders = new HashSet<>();
        for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
            List<MailAddress> some = all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY));
            holders.addAll(transaction(
                    "Looking for the holders of addresses", session -> new AddressHolders(session, site).find(some)));
        }
        return List.copyOf(holders);
    }

    @Override
    public List<Holder> holdersOfKeys(Collection<String> keyValues) {
        return List.of();
    }

    @Override
    public Set<DriveName> drives() {
        writing.lock();
        try {
            return transaction(
                    "Looking at the drive folders", session -> driveNames.known(session, settings.context()));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public long reserve(Counter counter, int count) {
        return transaction(
                "Reserving " + count + " numbers of " + counter,
                session -> new Sequences(session, settings.context()).reserve(counter, count));
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(roster);
    }

    @Override
    public Optional<SharedAccounts> sharedAccounts() {
        return Optional.of(sharedAccounts);
    }

    @Override
    public void close() {
        userLock.close();
        lane.close();
    }

    /** Which parts of a person are there, with every row of them; none where there is no such user. */
    public Set<GroupwarePart> partsOf(UserName name) {
        Site site = site();
        Person person = transaction(
                        "Reading the user " + name,
                        session -> new PeopleReader(session, site).read(List.of(name.value())))
                .get(PeopleReader.fold(name.value()));
        return person == null ? Set.of() : person.parts();
    }

    private void readSome(List<ObjectKey> keys, Map<ObjectKey, TargetState> states) {
        Site site = site();
        List<String> logins = keys.stream().map(ObjectKey::name).toList();
        Map<String, Person> people = transaction(
                "Reading " + keys.size() + " users", session -> new PeopleReader(session, site).read(logins));
        for (ObjectKey key : keys) {
            Person person = people.get(PeopleReader.fold(key.name()));
            states.put(key, person == null ? new TargetState.Absent() : person.state());
        }
    }

    /** All in one transaction; when the database refuses that for somebody's sake, everybody in one of her own. */
    private Map<ObjectKey, StepOutcome> write(Site site, List<? extends TargetPlan> plans) throws SQLException {
        try {
            return retries.inTransaction(session -> write(session, site, plans));
        } catch (SQLException failure) {
            if (!SqlErrors.concernsRow(failure)) {
                throw failure;
            }
            return plans.size() == 1 ? refused(plans.get(0), failure) : writeOneByOne(site, plans);
        }
    }

    private Map<ObjectKey, StepOutcome> write(SqlSession session, Site site, List<? extends TargetPlan> plans)
            throws SQLException {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        PersonRemoval removal =
                new PersonRemoval(session, site, settings.deleteCommand().isPresent());
        for (TargetPlan.Leaving plan : TargetPlan.only(TargetPlan.Leaving.class, plans)) {
            outcomes.put(plan.key(), removal.apply(plan));
        }
        List<TargetPlan.Specified> wanted = TargetPlan.only(TargetPlan.Specified.class, plans);
        if (!wanted.isEmpty()) {
            outcomes.putAll(new ChunkWriter(session, site, settings, siteKey, driveNames).write(wanted));
        }
        return outcomes;
    }

    private Map<ObjectKey, StepOutcome> writeOneByOne(Site site, List<? extends TargetPlan> plans) throws SQLException {
        Map<ObjectKey, StepOutcome> outcomes = new LinkedHashMap<>();
        for (TargetPlan plan : plans) {
            outcomes.putAll(write(site, List.of(plan)));
        }
        return outcomes;
    }

    private static Map<ObjectKey, StepOutcome> refused(TargetPlan plan, SQLException failure) {
        return Map.of(plan.key(), new StepOutcome.Failed(SqlErrors.problem(failure, plan)));
    }

    private Site site() {
        Site site = known;
        if (site == null) {
            site = transaction("Looking at the tables", session -> Site.read(session, settings.context(), parts));
            requireContext(site);
            known = site;
        }
        return site;
    }

    private void requireContext(Site site) {
        if (site.defaultGroup() == 0) {
            throw new TargetException(
                    TargetName.GROUPWARE,
                    ErrorCode.CONFIGURATION_INVALID,
                    "The schema " + settings.place() + " has no context " + settings.context()
                            + " (no row in groups). Check groupware.url and groupware.context.");
        }
    }

    private <T> T transaction(String attempted, SqlWork<T> work) {
        try {
            return retries.inTransaction(work);
        } catch (SQLException failure) {
            throw unusable(failure, attempted);
        }
    }

    private TargetException unusable(SQLException failure, String attempted) {
        return SqlErrors.exception(failure, attempted, settings.place());
    }
}
