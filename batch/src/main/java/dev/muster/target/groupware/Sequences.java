package dev.muster.target.groupware;

import dev.muster.target.NumberSource.Counter;
import java.sql.SQLException;
import java.util.List;

/**
 * The groupware's counters: one row per context in {@code sequence_*}, holding the last number handed out. Users, groups
 * and resources share one. Belongs to one short transaction, for the row stays locked until its end.
 */
final class Sequences {
    private final SqlSession session;
    private final int context;

    Sequences(SqlSession session, int context) {
        this.session = session;
        this.context = context;
    }

    /** The first of {@code count} numbers that nobody else gets. */
    long reserve(Counter counter, int count) throws SQLException {
        String table = table(counter);
        List<SqlRow> rows = session.query("SELECT id FROM " + table + " WHERE cid = ? FOR UPDATE", List.of(context));
        if (rows.isEmpty()) {
            throw new SQLException("The context " + context + " has no row in " + table, "42000", 1146);
        }
        long last = rows.get(0).number(0);
        session.update("UPDATE " + table + " SET id = ? WHERE cid = ?", List.of(last + count, context));
        return last + 1;
    }

    private static String table(Counter counter) {
        return switch (counter) {
            case USER_ID, PRINCIPAL_ID -> "sequence_principal";
            case CONTACT_ID -> "sequence_contact";
            case FOLDER_ID -> "sequence_folder";
            case UID_NUMBER, GID_NUMBER -> throw new IllegalArgumentException("The directory keeps " + counter + ".");
        };
    }
}
