package dev.muster.legacy;

import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.provision.RosterDesk;
import dev.muster.provision.RosterJourney;
import dev.muster.provision.RosterStep;
import dev.muster.provision.Targets;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.HolderSearch.Holder;
import dev.muster.target.NumberSource;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One call for a group, a resource or a resource group: what is there, what must be so, and the writing of it. */
final class RosterSite implements AutoCloseable {
    private final Call call;
    private final LegacySite site;
    private final RosterDesk desk;

    private RosterSite(Call call, LegacySite site) {
        this.call = call;
        this.site = site;
        this.desk = new RosterDesk(site.targets());
    }

    static RosterSite open(Call call, Sites sites) {
        return new RosterSite(call, sites.open(Source.ALL));
    }

    Origin origin() {
        return Origin.wholeFile(call.model().name());
    }

    /** What the back-ends that keep such objects hold of this one. */
    Map<TargetName, RosterState> states(ObjectKey key) {
        Map<TargetName, RosterState> states = desk.read(key);
        if (states.isEmpty()) {
            throw new RefusalException(
                    ExitStatus.CONFIGURATION,
                    "No back-end of this site that may be written keeps a " + key.kind() + ". Look at ldap.mode in "
                            + site.configuration().file() + ".");
        }
        return states;
    }

    /** The states of something that has to be there in all of them. */
    Map<TargetName, RosterState.Present> present(ObjectKey key) {
        Map<TargetName, RosterState> states = states(key);
        Set<TargetName> missing = absent(states);
        if (!missing.isEmpty()) {
            throw conflict("The " + key + " does not exist in " + names(missing) + ".");
        }
        return states.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, state -> (RosterState.Present) state.getValue()));
    }

    static Set<TargetName> absent(Map<TargetName, RosterState> states) {
        return states.entrySet().stream()
                .filter(state -> state.getValue() instanceof RosterState.Absent)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * These members, spelled as the directory spells them: {@code memberUid} tells upper from lower case.
     *
     * @throws RefusalException CONFLICT with the names of those that are missing somewhere
     */
    Set<ObjectKey> existing(Collection<ObjectKey> members) {
        Map<ObjectKey, ObjectKey> found = found(members);
        List<String> missing = members.stream()
                .filter(member -> !found.containsKey(member))
                .map(ObjectKey::name)
                .toList();
        if (!missing.isEmpty()) {
            String kind = members.iterator().next().kind().toString();
            throw conflict("There is no " + kind + " " + String.join(", ", missing) + ". Nothing was touched.");
        }
        return new LinkedHashSet<>(found.values());
    }

    /** @throws RefusalException CONFLICT if somebody has the address */
    void requireFree(MailAddress address) {
        List<Holder> holders = site.targets().holdersOf(List.of(address));
        if (!holders.isEmpty()) {
            String holder = holders.stream().map(Holder::name).distinct().collect(Collectors.joining(", "));
            throw conflict("The address " + address + " is taken by " + holder + ". Nothing was touched.");
        }
    }

    /** New numbers from the back-ends that are written. */
    RosterClaims claims(ObjectKey.Kind kind) {
        boolean group = kind == ObjectKey.Kind.GROUP;
        boolean numbered = kind != ObjectKey.Kind.RESOURCE_GROUP;
        return new RosterClaims(
                group ? number(TargetName.LDAP, Counter.GID_NUMBER) : 0,
                numbered ? number(TargetName.GROUPWARE, Counter.PRINCIPAL_ID) : 0);
    }

    Map<TargetName, Set<ObjectKey>> membershipsOf(ObjectKey member) {
        return desk.membershipsOf(member);
    }

    /**
     * Does the steps, all or none.
     *
     * @return the targets they were done in, as the end of a sentence, and what went wrong afterwards
     * @throws RefusalException with the first failure's status
     */
    String apply(List<RosterStep> steps) {
        boolean keepPartial = call.has(RosterWords.KEEP_PARTIAL);
        RosterJourney journey = desk.apply(steps, keepPartial);
        if (journey.succeeded()) {
            return (names(targets(journey.done())) + ". " + told(journey.warnings())).strip();
        }
        String message = told(journey.problems());
        Problem first = journey.problems().get(0);
        throw new RefusalException(Refusal.status(first.code()), message + " " + left(journey, keepPartial));
    }

    private static String told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> (problem.reason() + " " + problem.suggestion()).strip())
                .collect(Collectors.joining(" "));
    }

    static String names(Collection<TargetName> targets) {
        return targets.stream().sorted().map(TargetName::toString).collect(Collectors.joining(", "));
    }

    static RefusalException conflict(String message) {
        return new RefusalException(ExitStatus.CONFLICT, message);
    }

    @Override
    public void close() {
        site.close();
    }

    private static String left(RosterJourney journey, boolean keepPartial) {
        if (journey.done().isEmpty()) {
            return "Nothing is left of this call.";
        }
        String where = names(targets(journey.done()));
        return keepPartial
                ? "It is done in " + where + "; repeat the call with --" + RosterWords.KEEP_PARTIAL + " to finish it."
                : "It could not be taken back in " + where + ".";
    }

    private static Set<TargetName> targets(List<RosterStep> steps) {
        return steps.stream().map(RosterStep::target).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<ObjectKey, ObjectKey> found(Collection<ObjectKey> members) {
        List<ObjectKey> people = members.stream()
                .filter(member -> member.kind() == ObjectKey.Kind.USER)
                .toList();
        Map<ObjectKey, ObjectKey> found = new LinkedHashMap<>();
        Map<ObjectKey, Map<TargetName, TargetState>> states = site.targets().readForJoiners(people);
        for (ObjectKey person : people) {
            Map<TargetName, TargetState> where = states.getOrDefault(person, Map.of());
            if (isThere(where)) {
                found.put(person, spelled(person, where));
            }
        }
        members.stream()
                .filter(member -> member.kind() == ObjectKey.Kind.RESOURCE)
                .filter(resource -> absent(states(resource)).isEmpty())
                .forEach(resource -> found.put(resource, resource));
        return found;
    }

    private static boolean isThere(Map<TargetName, TargetState> states) {
        return states.entrySet().stream()
                .filter(state -> state.getKey() != TargetName.IMAP)
                .allMatch(state -> state.getValue() instanceof TargetState.Present);
    }

    private static ObjectKey spelled(ObjectKey person, Map<TargetName, TargetState> states) {
        return Stream.ofNullable(states.get(TargetName.LDAP))
                .filter(TargetState.Present.class::isInstance)
                .flatMap(state -> ((TargetState.Present) state).values(Field.USERNAME).stream())
                .filter(person.name()::equalsIgnoreCase)
                .findFirst()
                .map(name -> new ObjectKey(person.kind(), name))
                .orElse(person);
    }

    private long number(TargetName target, Counter counter) {
        Targets targets = site.targets();
        NumberSource source = targets.numbers().get(counter);
        return targets.written().contains(target) && source != null ? source.reserve(counter, 1) : 0;
    }
}
