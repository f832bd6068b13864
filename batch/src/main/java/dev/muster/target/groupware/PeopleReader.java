package dev.muster.target.groupware;

import dev.muster.model.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads people in bulk: a fixed number of queries, however many people. Belongs to one transaction. */
final class PeopleReader {
    /** The folders of a user whom the reference made without drive folders; a usual one has ten. */
    private static final int FEWEST_FOLDERS = 5;

    private static final List<String> ACCOUNT =
            List.of("`user`", "user_configuration", "user_setting_mail", "prg_contacts", "mail", "transport");

    private final SqlSession session;
    private final Site site;
    private final Map<Long, Map<Field, List<String>>> values = new HashMap<>();
    /** For each id, the tables in which a row was found. */
    private final Map<Long, Set<String>> found = new HashMap<>();

    PeopleReader(SqlSession session, Site site) {
        this.session = session;
        this.site = site;
    }

    /**
     * The people with these logins, by login in lower case. The database tells upper from lower case in logins; a login is
     * found as it is written here, else in lower case.
     */
    Map<String, Person> read(Collection<String> logins) throws SQLException {
        Map<String, Long> ids = ids(logins);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<Long> guests = guests(ids.values());
        for (FieldTable table : site.tables()) {
            readFields(table, ids.values());
        }
        readAliases(ids.values());
        readDisabled(ids.values());
        readAddressBook(ids.values());
        countOthers(ids.values());
        Map<String, Person> people = new HashMap<>();
        ids.forEach((login, id) -> people.put(login, person(id, guests.contains(id))));
        return people;
    }

    /** The ids of these logins, by login in lower case; a login that is not there is missing. */
    Map<String, Long> ids(Collection<String> logins) throws SQLException {
        if (logins.isEmpty()) {
            return Map.of();
        }
        Set<String> written = Set.copyOf(logins);
        Set<String> forms = new LinkedHashSet<>(logins);
        logins.forEach(login -> forms.add(fold(login)));
        Map<String, Long> ids = new HashMap<>();
        String sql = "SELECT uid, id FROM login2user WHERE cid = ? AND uid IN " + Sql.parameters(forms.size());
        for (SqlRow row : session.query(sql, Sql.list(site.context(), forms))) {
            if (written.contains(row.text(0)) || !ids.containsKey(fold(row.text(0)))) {
                ids.put(fold(row.text(0)), row.number(1));
            }
        }
        return ids;
    }

    static String fold(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private Person person(long id, boolean guest) {
        Set<String> tables = found.getOrDefault(id, Set.of());
        Set<GroupwarePart> parts = EnumSet.noneOf(GroupwarePart.class);
        if (tables.containsAll(ACCOUNT)) {
            parts.add(GroupwarePart.ACCOUNT);
        }
        if (tables.containsAll(List.of("`user`", "folders"))) {
            parts.add(GroupwarePart.FOLDERS);
        }
        return new Person(id, guest, values.getOrDefault(id, Map.of()), parts);
    }

    private Set<Long> guests(Collection<Long> ids) throws SQLException {
        return query("SELECT id FROM `user` WHERE guestCreatedBy > 0 AND cid = ? AND id IN ", ids).stream()
                .map(row -> row.number(0))
                .collect(Collectors.toSet());
    }

    private void readFields(FieldTable table, Collection<Long> ids) throws SQLException {
        String columns = table.columns().stream().map(FieldColumn::name).collect(Collectors.joining(", "));
        String sql = "SELECT " + table.key() + ", " + columns + " FROM " + table.name() + table.where() + " IN ";
        for (SqlRow row : query(sql, ids)) {
            note(row.number(0), table.name());
            for (int i = 0; i < table.columns().size(); i++) {
                FieldColumn column = table.columns().get(i);
                add(row.number(0), column.field(), column.read(row, i + 1));
            }
        }
    }

    private void readAliases(Collection<Long> ids) throws SQLException {
        for (SqlRow row : query("SELECT `user`, alias FROM user_alias WHERE cid = ? AND `user` IN ", ids)) {
            add(row.number(0), Field.ALIAS, row.text(1));
        }
    }

    private void readDisabled(Collection<Long> ids) throws SQLException {
        String sql = "SELECT id, name FROM user_attribute WHERE name LIKE '" + PersonRows.DISABLED
                + "%' AND cid = ? AND id IN ";
        for (SqlRow row : query(sql, ids)) {
            add(row.number(0), Field.DISABLE, row.text(1).substring(PersonRows.DISABLED.length()));
        }
    }

    private void readAddressBook(Collection<Long> ids) throws SQLException {
        Set<Long> editors = new HashSet<>();
        String sql = "SELECT permission_id, owp FROM oxfolder_permissions"
                + " WHERE fuid = 6 AND cid = ? AND permission_id IN ";
        for (SqlRow row : query(sql, ids)) {
            if (row.number(1) >= FolderRows.WRITE_ALL) {
                editors.add(row.number(0));
            }
        }
        ids.forEach(id -> add(id, Field.GLOBAL_ADDRESS_BOOK, editors.contains(id) ? "yes" : "no"));
    }

    private void countOthers(Collection<Long> ids) throws SQLException {
        String folders = "SELECT permission_id, COUNT(*) FROM oxfolder_permissions WHERE fuid >= 20 AND cid = ?"
                + " AND permission_id IN " + Sql.parameters(ids.size()) + " GROUP BY permission_id";
        for (SqlRow row : session.query(folders, Sql.list(site.context(), ids))) {
            if (row.number(1) >= FEWEST_FOLDERS) {
                note(row.number(0), "folders");
            }
        }
        for (String kind : List.of("mail", "transport")) {
            String sql = "SELECT `user` FROM user_" + kind + "_account WHERE id = 0 AND cid = ? AND `user` IN ";
            query(sql, ids).forEach(row -> note(row.number(0), kind));
        }
    }

    private List<SqlRow> query(String sql, Collection<Long> ids) throws SQLException {
        return session.query(sql + Sql.parameters(ids.size()), Sql.list(site.context(), ids));
    }

    private void note(long id, String table) {
        found.computeIfAbsent(id, any -> new HashSet<>()).add(table);
    }

    private void add(long id, Field field, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(id, any -> new TreeMap<>())
                    .computeIfAbsent(field, any -> new ArrayList<>())
                    .add(value);
        }
    }
}
