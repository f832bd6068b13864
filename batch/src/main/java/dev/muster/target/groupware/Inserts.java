package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be inserted, gathered by table so that each table gets one batch. Tables keep the order of their first row,
 * which is the order that foreign keys need. Belongs to one thread.
 */
final class Inserts {
    private final Map<String, List<List<@Nullable Object>>> rowsByTable = new LinkedHashMap<>();

    /**
     * @param table the table and its columns as they stand in the statement: {@code login2user (cid, id, uid)}; where most
     *     values are the same for everybody, with the tuple of values behind it
     * @param values one for each column, or for each question mark of the tuple
     */
    void add(String table, @Nullable Object... values) {
        rowsByTable
                .computeIfAbsent(table, any -> new ArrayList<>())
                .add(Collections.unmodifiableList(Arrays.asList(values)));
    }

    /** Inserts every row; a row whose key is there already is an error. */
    void run(SqlSession session) throws SQLException {
        run(session, "");
    }

    /** Inserts the rows whose key is not there yet and leaves the others as they are. */
    void runWhereMissing(SqlSession session) throws SQLException {
        run(session, " ON DUPLICATE KEY UPDATE cid = VALUES(cid)");
    }

    private void run(SqlSession session, String suffix) throws SQLException {
        for (Map.Entry<String, List<List<@Nullable Object>>> table : rowsByTable.entrySet()) {
            String tuple = table.getKey().contains(" VALUES ")
                    ? ""
                    : " VALUES " + Sql.parameters(table.getValue().get(0).size());
            session.batch("INSERT INTO " + table.getKey() + tuple + suffix, table.getValue());
        }
    }
}
