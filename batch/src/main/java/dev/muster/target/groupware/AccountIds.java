package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.List;

/** Numbers of mail accounts, out of {@code sequence_mail_service}, whose row stays locked until the transaction ends. */
final class AccountIds {
    private final int context;
    private final long first;
    private long last;

    private AccountIds(int context, long last) {
        this.context = context;
        this.first = last;
        this.last = last;
    }

    /** Numbers that nobody gets. */
    static AccountIds onPaper() {
        return new AccountIds(0, 0);
    }

    static AccountIds lock(SqlSession session, int context) throws SQLException {
        List<SqlRow> rows =
                session.query("SELECT id FROM sequence_mail_service WHERE cid = ? FOR UPDATE", List.of(context));
        if (rows.isEmpty()) {
            throw new SQLException("The context " + context + " has no row in sequence_mail_service", "42000", 1146);
        }
        return new AccountIds(context, rows.get(0).number(0));
    }

    long next() {
        return ++last;
    }

    void save(SqlSession session) throws SQLException {
        if (last > first) {
            session.update("UPDATE sequence_mail_service SET id = ? WHERE cid = ?", List.of(last, context));
        }
    }
}
