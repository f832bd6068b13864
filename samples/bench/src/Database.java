import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The people's rows in the groupware database. */
final class Database implements AutoCloseable {
    /** Every table in which each person has rows and the column that says whose, in the order that foreign keys need. */
    private static final Map<String, String> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("user", "id");
        OWNERS.put("prg_contacts", "userid");
        OWNERS.put("user_alias", "user");
        OWNERS.put("user_attribute", "id");
        OWNERS.put("login2user", "id");
        OWNERS.put("groups_member", "member");
        OWNERS.put("user_configuration", "user");
        OWNERS.put("user_setting_mail", "user");
        OWNERS.put("oxfolder_tree", "created_from");
        OWNERS.put("oxfolder_permissions", "permission_id");
        OWNERS.put("user_mail_account", "user");
        OWNERS.put("user_transport_account", "user");
        OWNERS.put("user_transport_account_properties", "user");
    }

    private final Connection connection;

    Database() throws SQLException {
        String url = "jdbc:mariadb://%s:%s/%s?useBulkStmts=true"
                .formatted(System.getenv("DB_HOST"), System.getenv("DB_PORT"), System.getenv("DB_NAME"));
        connection = DriverManager.getConnection(url, System.getenv("DB_USER"), System.getenv("DB_PASSWORD"));
        connection.setAutoCommit(false);
    }

    /** Everybody's rows: user name, table with columns, values. */
    Map<String, Map<String, List<Object[]>>> read() throws SQLException {
        Map<String, Map<String, List<Object[]>>> people = new TreeMap<>();
        Map<Long, String> logins = logins();
        for (Map.Entry<String, String> table : OWNERS.entrySet()) {
            String sql = "SELECT t.`%s`, t.* FROM `%s` t".formatted(table.getValue(), table.getKey());
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    String login = logins.get(rows.getLong(1));
                    if (login != null) {
                        add(table.getKey(), rows, people.computeIfAbsent(login, any -> new LinkedHashMap<>()));
                    }
                }
            }
        }
        return people;
    }

    /** Read apart: {@code login2user} has no index that begins with the id. */
    private Map<Long, String> logins() throws SQLException {
        Map<Long, String> logins = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, uid FROM login2user")) {
            while (rows.next()) {
                logins.put(rows.getLong(1), rows.getString(2));
            }
        }
        return logins;
    }

    /** Only the columns that hold something: an import does not name the others. */
    private static void add(String table, ResultSet row, Map<String, List<Object[]>> rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getObject(i) != null) {
                columns.add("`" + row.getMetaData().getColumnName(i) + "`");
                values.add(row.getObject(i));
            }
        }
        String target = table + " (" + String.join(", ", columns) + ")";
        rows.computeIfAbsent(target, any -> new ArrayList<>()).add(values.toArray());
    }

    /** Tables with a row for each person that {@link #read} does not know: there must be none. */
    List<String> unknownTables(int people) throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!OWNERS.containsKey(table) && count(table) >= people) {
                    unknown.add(table);
                }
            }
        }
        return unknown;
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM `" + table + "`")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Inserts these people's rows, one bulk statement for each table and set of columns, and commits. */
    void insert(List<Person> people) throws SQLException {
        Map<String, List<Object[]>> all = new LinkedHashMap<>();
        for (String table : OWNERS.keySet()) {
            people.forEach(person -> person.rows().forEach((target, rows) -> {
                if (target.startsWith(table + " ")) {
                    all.computeIfAbsent(target, any -> new ArrayList<>()).addAll(rows);
                }
            }));
        }
        for (Map.Entry<String, List<Object[]>> rows : all.entrySet()) {
            insert(rows.getKey(), rows.getValue());
        }
        connection.commit();
    }

    private void insert(String target, List<Object[]> rows) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + target + " VALUES (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
