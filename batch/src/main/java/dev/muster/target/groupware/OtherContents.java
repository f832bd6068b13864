package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for what a person has in tables that Muster does not know: appointments, tasks, files, subscriptions. A table
 * counts where it has a column {@code cid} and a number that by its name means a user. Belongs to one transaction.
 */
final class OtherContents {
    /** What Muster deletes or passes on itself. */
    private static final Set<String> KNOWN = Set.of(
            "user",
            "user_attribute",
            "user_alias",
            "user_configuration",
            "user_setting",
            "user_setting_admin",
            "user_setting_mail",
            "user_setting_mail_signature",
            "user_setting_server",
            "user_setting_spellcheck",
            "user_mail_account",
            "user_mail_account_properties",
            "user_transport_account",
            "user_transport_account_properties",
            "login2user",
            "capability_user",
            "filestore_usage",
            "groups_member",
            "resource_permissions",
            "oxfolder_tree",
            "oxfolder_permissions",
            "oxfolder_userfolders_standardfolders",
            "oxfolder_user_property",
            "prg_contacts");

    private static final Set<String> NUMBERS = Set.of("int", "integer", "bigint", "mediumint", "smallint");

    private static final Pattern USER = Pattern.compile(
            "(.*_)?(user|usr|owner|member|creator)(_?u?id)?|uid|entity|principal|.*(created|changed|modified|shared)_?(by|from)");

    private static final String COLUMNS = "SELECT c.table_name, c.column_name, c.data_type"
            + " FROM information_schema.columns c JOIN information_schema.tables t"
            + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = SCHEMA() AND t.table_type = 'BASE TABLE'"
            + " ORDER BY c.table_name, c.column_name";

    private final SqlSession session;
    private final int context;

    OtherContents(SqlSession session, int context) {
        this.session = session;
        this.context = context;
    }

    /** How many rows of which table; tables with none are left out. */
    Map<String, Long> of(long user) throws SQLException {
        List<String> questions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : tables().entrySet()) {
            String any = table.getValue().stream()
                    .map(column -> "`" + column + "` = ?")
                    .collect(Collectors.joining(" OR "));
            questions.add("SELECT '" + table.getKey() + "', COUNT(*) FROM `" + table.getKey() + "` WHERE cid = ? AND ("
                    + any + ")");
            parameters.add(context);
            table.getValue().forEach(column -> parameters.add(user));
        }
        return questions.isEmpty() ? Map.of() : counted(String.join(" UNION ALL ", questions), parameters);
    }

    private Map<String, Long> counted(String sql, List<Object> parameters) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SqlRow row : session.query(sql, parameters)) {
            if (row.number(1) > 0) {
                counts.put(row.text(0), row.number(1));
            }
        }
        return counts;
    }

    /** Asked anew each time: an update of the groupware may have brought tables. */
    private Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        Set<String> ofContexts = new HashSet<>();
        for (SqlRow row : session.query(COLUMNS, List.of())) {
            if (fold(row.text(1)).equals("cid")) {
                ofContexts.add(row.text(0));
            }
            if (NUMBERS.contains(fold(row.text(2))) && meansUser(row.text(1))) {
                tables.computeIfAbsent(row.text(0), any -> new ArrayList<>()).add(row.text(1));
            }
        }
        tables.keySet().retainAll(ofContexts);
        tables.keySet()
                .removeIf(table -> KNOWN.contains(fold(table)) || fold(table).startsWith("del_"));
        return tables;
    }

    static boolean meansUser(String column) {
        return USER.matcher(fold(column)).matches();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
