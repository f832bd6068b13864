package dev.muster.provision;

import dev.muster.model.AccountMember;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.target.SharedAccounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out whom the members of shared accounts come to. Somebody who is in a group, but not in every target that is
 * written, is passed over: she could not log in. For one thread.
 */
final class MemberResolver {
    private final AccountRules rules;
    private final MemberDesk desk;
    /** In her own spelling; nobody comes or goes while accounts are worked on. */
    private final Map<ObjectKey, ObjectKey> known = new HashMap<>();

    private final Set<ObjectKey> asked = new HashSet<>();

    MemberResolver(AccountRules rules) {
        this.rules = rules;
        this.desk = new MemberDesk(rules.rosters());
    }

    /** As things are now, for accounts with these members, in their order. */
    List<ResolvedMembers> there(List<List<AccountMember>> accounts) {
        return resolved(accounts, false);
    }

    /** The same, with people and groups of whom there is only a plan so far; such a group has no members yet. */
    List<ResolvedMembers> planned(List<List<AccountMember>> accounts) {
        return resolved(accounts, true);
    }

    private List<ResolvedMembers> resolved(List<List<AccountMember>> accounts, boolean planned) {
        Set<ObjectKey> groups = named(accounts, ObjectKey.Kind.GROUP);
        Map<ObjectKey, Set<ObjectKey>> members = new HashMap<>(groups(groups));
        if (planned) {
            rules.rosters().rosters().find(groups).keySet().forEach(group -> members.putIfAbsent(group, Set.of()));
        }
        Set<ObjectKey> people = named(accounts, ObjectKey.Kind.USER);
        members.values().forEach(people::addAll);
        look(people, planned);
        return accounts.stream().map(account -> resolved(account, members)).toList();
    }

    private static Set<ObjectKey> named(List<List<AccountMember>> accounts, ObjectKey.Kind kind) {
        Set<ObjectKey> named = new LinkedHashSet<>();
        accounts.forEach(members -> members.stream()
                .map(AccountMember::who)
                .filter(who -> who.kind() == kind)
                .forEach(named::add));
        return named;
    }

    private void look(Set<ObjectKey> people, boolean planned) {
        List<ObjectKey> others =
                people.stream().filter(person -> !asked.contains(person)).toList();
        if (!others.isEmpty()) {
            known.putAll(planned ? desk.planned(others) : desk.there(others));
            asked.addAll(others);
        }
    }

    private ResolvedMembers resolved(List<AccountMember> account, Map<ObjectKey, Set<ObjectKey>> groups) {
        Map<ObjectKey, MailboxRole> people = new LinkedHashMap<>();
        Set<ObjectKey> unknown = new LinkedHashSet<>();
        for (AccountMember member : account) {
            Set<ObjectKey> those = member.isGroup() ? groups.get(member.who()) : Set.of(member.who());
            if (those == null || !member.isGroup() && !known.containsKey(member.who())) {
                unknown.add(member.who());
            } else {
                those.stream()
                        .flatMap(person -> Optional.ofNullable(known.get(person)).stream())
                        .forEach(person -> people.merge(person, member.role(), ResolvedMembers::union));
            }
        }
        return new ResolvedMembers(people, unknown);
    }

    /** Who is in these groups; a group that is not there is missing. */
    private Map<ObjectKey, Set<ObjectKey>> groups(Set<ObjectKey> groups) {
        List<ObjectKey> named = groups.stream()
                .filter(group -> !group.equals(AccountMember.EVERYBODY))
                .toList();
        Set<ObjectKey> whole = new LinkedHashSet<>(groups);
        named.forEach(whole::remove);
        Map<ObjectKey, Set<ObjectKey>> members = new HashMap<>();
        states(named).forEach((group, state) -> {
            if (state instanceof RosterState.Present present && present.everybody()) {
                whole.add(group);
            } else if (state instanceof RosterState.Present present) {
                members.put(group, present.members());
            }
        });
        if (!whole.isEmpty()) {
            rules.rows().ifPresent(rows -> {
                Set<ObjectKey> everybody = everybody(rows);
                whole.forEach(group -> members.put(group, everybody));
            });
        }
        return members;
    }

    /** The groupware tells, which makes the difference between guests and others; without it the directory. */
    private Map<ObjectKey, RosterState> states(List<ObjectKey> groups) {
        return Stream.of(TargetName.GROUPWARE, TargetName.LDAP)
                .flatMap(name -> Optional.ofNullable(rules.targets().all().get(name)).stream())
                .flatMap(target -> target.roster().stream())
                .filter(roster -> roster.keeps(ObjectKey.Kind.GROUP))
                .findFirst()
                .filter(any -> !groups.isEmpty())
                .map(roster -> roster.read(groups))
                .orElse(Map.of());
    }

    private static Set<ObjectKey> everybody(SharedAccounts rows) {
        Set<Long> numbers =
                rows.members(Set.of(), Set.of(SharedAccounts.EVERYBODY)).users();
        return new LinkedHashSet<>(rows.names(numbers).values());
    }
}
