package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads groups and resources in bulk. Belongs to one transaction. */
final class RosterReader {
    private final SqlSession session;
    private final Site site;

    /** A row that was found, by its id. */
    record Found(long id, RosterState.Present state) {}

    RosterReader(SqlSession session, Site site) {
        this.session = session;
        this.site = site;
    }

    /** What is there of these; nothing found = not in the map. */
    Map<ObjectKey, Found> read(Collection<ObjectKey> keys) throws SQLException {
        Map<ObjectKey, Found> found = new HashMap<>();
        for (RosterTable table : RosterTable.ALL) {
            List<String> names = keys.stream()
                    .filter(key -> key.kind() == table.kind())
                    .map(ObjectKey::name)
                    .toList();
            if (!names.isEmpty()) {
                readRows(table, names, found);
            }
        }
        return found;
    }

    /** For each of these people, the groups she is a member of; the default group left out. */
    Map<ObjectKey, Set<ObjectKey>> memberships(Collection<ObjectKey> people) throws SQLException {
        Map<ObjectKey, Set<ObjectKey>> memberships = new LinkedHashMap<>();
        people.forEach(person -> memberships.put(person, new LinkedHashSet<>()));
        Map<String, Long> ids = new PeopleReader(session, site)
                .ids(people.stream().map(ObjectKey::name).toList());
        Map<Long, Set<ObjectKey>> groups = groups(ids.values());
        memberships.forEach((person, in) -> {
            Long id = ids.get(PeopleReader.fold(person.name()));
            in.addAll(id == null ? Set.of() : groups.getOrDefault(id, Set.of()));
        });
        return memberships;
    }

    private Map<Long, Set<ObjectKey>> groups(Collection<Long> members) throws SQLException {
        Map<Long, Set<ObjectKey>> groups = new HashMap<>();
        if (members.isEmpty()) {
            return groups;
        }
        String sql = "SELECT m.member, g.identifier FROM groups_member m"
                + " JOIN `groups` g ON g.cid = m.cid AND g.id = m.id"
                + " WHERE m.cid = ? AND m.id <> ? AND m.member IN " + Sql.parameters(members.size());
        List<Object> parameters = Sql.list(site.context(), members);
        parameters.add(1, site.defaultGroup());
        for (SqlRow row : session.query(sql, parameters)) {
            groups.computeIfAbsent(row.number(0), any -> new LinkedHashSet<>()).add(ObjectKey.group(row.text(1)));
        }
        return groups;
    }

    private void readRows(RosterTable table, List<String> names, Map<ObjectKey, Found> found) throws SQLException {
        String columns = table.columns().stream().map(FieldColumn::name).collect(Collectors.joining(", "));
        String sql = "SELECT identifier, id, " + columns + " FROM " + table.name() + " WHERE cid = ? AND identifier IN "
                + Sql.parameters(names.size()) + " ORDER BY id DESC";
        List<SqlRow> rows = session.query(sql, Sql.list(site.context(), names));
        Map<Long, Set<ObjectKey>> members = table.kind().hasMembers() ? members(rows) : Map.of();
        for (SqlRow row : rows) {
            long id = row.number(1);
            boolean everybody = table.kind() == ObjectKey.Kind.GROUP && id == site.defaultGroup();
            RosterState.Present state =
                    new RosterState.Present(values(table, row), members.getOrDefault(id, Set.of()), everybody);
            found.put(new ObjectKey(table.kind(), row.text(0)), new Found(id, state));
        }
    }

    private static SortedMap<Field, List<String>> values(RosterTable table, SqlRow row) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        values.put(Field.PRINCIPAL_ID, List.of(row.text(1)));
        for (int i = 0; i < table.columns().size(); i++) {
            FieldColumn column = table.columns().get(i);
            String value = column.read(row, i + 2);
            if (!value.isEmpty()) {
                values.put(column.field(), List.of(value));
            }
        }
        return values;
    }

    private Map<Long, Set<ObjectKey>> members(List<SqlRow> rows) throws SQLException {
        List<Long> ids = new ArrayList<>(rows.stream().map(row -> row.number(1)).toList());
        ids.remove(site.defaultGroup());
        Map<Long, Set<ObjectKey>> members = new HashMap<>();
        if (ids.isEmpty()) {
            return members;
        }
        String sql = "SELECT m.id, l.uid FROM groups_member m JOIN login2user l ON l.cid = m.cid AND l.id = m.member"
                + " WHERE m.cid = ? AND m.id IN " + Sql.parameters(ids.size());
        for (SqlRow row : session.query(sql, Sql.list(site.context(), ids))) {
            members.computeIfAbsent(row.number(0), any -> new LinkedHashSet<>())
                    .add(new ObjectKey(ObjectKey.Kind.USER, row.text(1)));
        }
        return members;
    }
}
