package dev.muster.provision;

import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.target.DriveSearch;
import dev.muster.target.FollowUps;
import dev.muster.target.HolderSearch;
import dev.muster.target.HolderSearch.Holder;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Roster;
import dev.muster.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The back-ends of one run. Thread-safe as they are.
 *
 * @param all every target that can be asked, by name
 * @param written those that may be written
 * @param numbers who hands out which numbers; a counter of a target that is not written is missing
 * @param followUps who hears of what was written
 */
public record Targets(
        Map<TargetName, Target> all, Set<TargetName> written, Map<Counter, NumberSource> numbers, FollowUps followUps)
        implements AutoCloseable {
    public Targets {
        all = Map.copyOf(new EnumMap<>(all));
        written = Set.copyOf(written);
        numbers = Map.copyOf(numbers);
    }

    /** Back-ends of whose changes nobody hears. */
    public Targets(Map<TargetName, Target> all, Set<TargetName> written, Map<Counter, NumberSource> numbers) {
        this(all, written, numbers, FollowUps.none());
    }

    /**
     * Asks every back-end that may be written once.
     *
     * @throws dev.muster.target.TargetException if one of them cannot be used
     */
    public void requireUsable() {
        ask(target -> written.contains(target.name()), target -> {
            target.requireUsable();
            return target.name();
        });
    }

    /**
     * What directory and groupware hold of these people, and their mailboxes where there can be one: nobody logs in for
     * somebody whom no other target knows.
     */
    public Map<ObjectKey, Map<TargetName, TargetState>> read(List<ObjectKey> keys) {
        Map<ObjectKey, Map<TargetName, TargetState>> states = readForJoiners(keys);
        Target mail = all.get(TargetName.IMAP);
        if (mail != null) {
            readMailboxes(mail, states);
        }
        return states;
    }

    /** The same without the mailboxes, which the burst that makes them reads by itself. */
    public Map<ObjectKey, Map<TargetName, TargetState>> readForJoiners(List<ObjectKey> keys) {
        Map<ObjectKey, Map<TargetName, TargetState>> states = new HashMap<>();
        keys.forEach(key -> states.put(key, new EnumMap<>(TargetName.class)));
        ask(target -> target.name() != TargetName.IMAP, target -> target.read(keys))
                .forEach((name, answer) ->
                        answer.forEach((key, state) -> of(states, key).put(name, state)));
        if (all.containsKey(TargetName.IMAP)) {
            states.values().forEach(each -> each.put(TargetName.IMAP, new TargetState.Absent()));
        }
        return states;
    }

    /** What is there of people who are nowhere, without asking. */
    Map<ObjectKey, Map<TargetName, TargetState>> absent(List<ObjectKey> keys) {
        Map<TargetName, TargetState> nowhere = new EnumMap<>(TargetName.class);
        all.keySet().forEach(target -> nowhere.put(target, new TargetState.Absent()));
        Map<ObjectKey, Map<TargetName, TargetState>> states = new HashMap<>();
        keys.forEach(key -> states.put(key, nowhere));
        return states;
    }

    /** The rosters that may be written, in the order in which they are written: the directory first. */
    public List<Roster> rosters() {
        return written.stream()
                .sorted()
                .flatMap(name -> Stream.ofNullable(all.get(name)))
                .flatMap(target -> target.roster().stream())
                .toList();
    }

    public boolean keeps(TargetName target, Field field) {
        Target asked = all.get(target);
        return asked != null && asked.keeps(field);
    }

    /** Everybody who holds any of these addresses in any target. */
    public List<Holder> holdersOf(Collection<MailAddress> addresses) {
        return holders(search -> search.holdersOf(addresses));
    }

    /** Everybody who holds any of these values of the key attribute. */
    public List<Holder> holdersOfKeys(Collection<String> keyValues) {
        return holders(search -> search.holdersOfKeys(keyValues));
    }

    /** The names that drive folders have: of the one target that has such folders, if it is there. */
    public Set<DriveName> drives() {
        for (Target target : all.values()) {
            if (target instanceof DriveSearch search) {
                return search.drives();
            }
        }
        return Set.of();
    }

    @Override
    public void close() {
        all.values().forEach(Target::close);
    }

    private List<Holder> holders(Function<HolderSearch, List<Holder>> question) {
        List<Holder> holders = new ArrayList<>();
        ask(HolderSearch.class::isInstance, target -> question.apply((HolderSearch) target))
                .values()
                .forEach(holders::addAll);
        return holders;
    }

    /** One question to several targets at the same time: each of them waits for a server of its own. */
    private <T> Map<TargetName, T> ask(Predicate<Target> whom, Function<Target, T> question) {
        boolean atOnce = all.values().stream().allMatch(Target::isInMemory);
        Stream<Target> asked = atOnce ? all.values().stream() : all.values().parallelStream();
        return asked.filter(whom).collect(Collectors.toConcurrentMap(Target::name, question));
    }

    private void readMailboxes(Target mail, Map<ObjectKey, Map<TargetName, TargetState>> states) {
        Set<ObjectKey> known = new LinkedHashSet<>();
        states.forEach((key, each) -> {
            if (all.size() == 1 || each.values().stream().anyMatch(TargetState.Present.class::isInstance)) {
                known.add(key);
            }
        });
        mail.read(List.copyOf(known)).forEach((key, state) -> of(states, key).put(TargetName.IMAP, state));
    }

    private static Map<TargetName, TargetState> of(Map<ObjectKey, Map<TargetName, TargetState>> states, ObjectKey key) {
        return states.computeIfAbsent(key, any -> new EnumMap<>(TargetName.class));
    }
}
