package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.Roster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out who can be a member, and how he is spelled: the directory tells upper from lower case. Thread-safe. */
final class MemberDesk {
    /** However large a group is, no question to a server is. */
    private static final int ASKED_AT_ONCE = 500;

    private final RosterRules rules;

    MemberDesk(RosterRules rules) {
        this.rules = rules;
    }

    /** Those who are there, or whom this source makes, each with its own spelling. */
    Map<ObjectKey, ObjectKey> planned(Collection<ObjectKey> members) {
        Map<ObjectKey, ObjectKey> found = new HashMap<>();
        for (List<ObjectKey> some : parts(people(members))) {
            rules.people()
                    .claimed(some.stream().map(ObjectKey::userName).toList())
                    .forEach(name -> found.put(ObjectKey.user(name), ObjectKey.user(name)));
        }
        for (List<ObjectKey> some : parts(resources(members))) {
            rules.rosters().find(some).keySet().forEach(key -> found.put(key, key));
        }
        found.putAll(there(
                members.stream().filter(member -> !found.containsKey(member)).toList()));
        return found;
    }

    /** Those who are in every target that may be written and keeps them. */
    Map<ObjectKey, ObjectKey> there(Collection<ObjectKey> members) {
        Map<ObjectKey, ObjectKey> found = new HashMap<>();
        Set<TargetName> needed = EnumSet.noneOf(TargetName.class);
        rules.targets().rosters().forEach(roster -> needed.add(roster.name()));
        needed.remove(TargetName.IMAP); // who has no mailbox can still be a member
        for (List<ObjectKey> people : parts(people(members))) {
            rules.targets().readForJoiners(people).forEach((person, states) -> {
                if (needed.stream().allMatch(target -> states.get(target) instanceof TargetState.Present)) {
                    found.put(person, spelled(person, states));
                }
            });
        }
        for (List<ObjectKey> resources : parts(resources(members))) {
            resourcesThere(resources).forEach(resource -> found.put(resource, resource));
        }
        return found;
    }

    private List<ObjectKey> resourcesThere(List<ObjectKey> resources) {
        List<ObjectKey> there = new ArrayList<>(resources);
        for (Roster roster : rules.writing(ObjectKey.Kind.RESOURCE)) {
            roster.read(List.copyOf(there)).forEach((resource, state) -> {
                if (!(state instanceof RosterState.Present)) {
                    there.remove(resource);
                }
            });
        }
        return there;
    }

    private static List<List<ObjectKey>> parts(List<ObjectKey> all) {
        List<List<ObjectKey>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)));
        }
        return parts;
    }

    private static ObjectKey spelled(ObjectKey person, Map<TargetName, TargetState> states) {
        return Stream.ofNullable(states.get(TargetName.LDAP))
                .filter(TargetState.Present.class::isInstance)
                .flatMap(state -> ((TargetState.Present) state).values(Field.USERNAME).stream())
                .filter(person.name()::equalsIgnoreCase)
                .findFirst()
                .map(name -> ObjectKey.user(UserName.of(name)))
                .orElse(person);
    }

    private static List<ObjectKey> people(Collection<ObjectKey> members) {
        return members.stream()
                .filter(member -> member.kind() == ObjectKey.Kind.USER)
                .toList();
    }

    private static List<ObjectKey> resources(Collection<ObjectKey> members) {
        return members.stream()
                .filter(member -> member.kind() == ObjectKey.Kind.RESOURCE)
                .toList();
    }
}
