package dev.muster.target.groupware;

import dev.muster.model.AccountMembers;
import dev.muster.model.ObjectKey;
import dev.muster.target.SharedAccounts;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom the numbers of users and groups mean. Belongs to one transaction. */
final class MemberSearch {
    private final SqlSession session;
    private final Site site;

    MemberSearch(SqlSession session, Site site) {
        this.session = session;
        this.site = site;
    }

    AccountMembers find(Collection<Long> users, Collection<Long> groups) throws SQLException {
        Set<Long> knownUsers = numbers("id FROM `user` WHERE guestCreatedBy = 0 AND cid = ? AND id", users);
        Set<Long> knownGroups = numbers("id FROM `groups` WHERE cid = ? AND id", groups);
        Set<Long> members = new LinkedHashSet<>(users);
        members.retainAll(knownUsers);
        if (groups.contains(SharedAccounts.EVERYBODY)) {
            members.addAll(everybody());
        }
        members.addAll(numbers("member FROM groups_member WHERE cid = ? AND id", knownGroups));
        List<Long> unknownGroups = groups.stream()
                .filter(group -> group != SharedAccounts.EVERYBODY && !knownGroups.contains(group))
                .distinct()
                .toList();
        List<Long> unknownUsers = users.stream()
                .filter(user -> !knownUsers.contains(user))
                .distinct()
                .toList();
        return new AccountMembers(members, unknownUsers, unknownGroups);
    }

    Map<Long, ObjectKey> names(Collection<Long> users) throws SQLException {
        Map<Long, ObjectKey> names = new HashMap<>();
        for (List<Long> some : Sql.parts(users)) {
            String sql = "SELECT id, uid FROM login2user WHERE cid = ? AND id IN " + Sql.parameters(some.size());
            session.query(sql, Sql.list(site.context(), some))
                    .forEach(row -> names.put(row.number(0), new ObjectKey(ObjectKey.Kind.USER, row.text(1))));
        }
        return names;
    }

    Map<ObjectKey, Long> ids(Collection<ObjectKey> keys) throws SQLException {
        Map<ObjectKey, Long> ids = new HashMap<>();
        List<String> logins = keys.stream()
                .filter(key -> key.kind() == ObjectKey.Kind.USER)
                .map(ObjectKey::name)
                .toList();
        for (List<String> some : Sql.parts(logins)) {
            new PeopleReader(session, site)
                    .ids(some)
                    .forEach((login, id) -> ids.put(new ObjectKey(ObjectKey.Kind.USER, login), id));
        }
        List<ObjectKey> groups =
                keys.stream().filter(key -> key.kind() == ObjectKey.Kind.GROUP).toList();
        for (List<ObjectKey> some : Sql.parts(groups)) {
            new RosterReader(session, site).read(some).forEach((key, found) -> ids.put(key, found.id()));
        }
        return ids;
    }

    private Set<Long> everybody() throws SQLException {
        Set<Long> ids = new LinkedHashSet<>();
        session.query("SELECT id FROM `user` WHERE guestCreatedBy = 0 AND cid = ? ORDER BY id", List.of(site.context()))
                .forEach(row -> ids.add(row.number(0)));
        return ids;
    }

    private Set<Long> numbers(String query, Collection<Long> asked) throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        for (List<Long> some : Sql.parts(new LinkedHashSet<>(asked))) {
            session.query("SELECT " + query + " IN " + Sql.parameters(some.size()), Sql.list(site.context(), some))
                    .forEach(row -> found.add(row.number(0)));
        }
        return found;
    }
}
