package dev.muster.target.groupware;

import dev.muster.target.NumberSource.Counter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What the reference's createuser does to the rows that it shares with an import, in its order and with its waits. */
final class ReferenceCreateuser {
    private final GroupwareSettings settings;

    ReferenceCreateuser(GroupwareSettings settings) {
        this.settings = settings;
    }

    /** @throws SQLException as the command fails: a lock that stays taken, a deadlock, a duplicate */
    void run(String login) throws Exception {
        try (SqlLane lane = new PlainLane(settings)) {
            lock(lane);
            try {
                create(lane, login);
            } finally {
                lane.inTransaction(session -> session.update(
                        "DELETE FROM del_user WHERE cid = 0 AND id = ? AND contactId = 1337", context()));
            }
        }
    }

    private void lock(SqlLane lane) throws Exception {
        for (int attempt = 1; !tryLock(lane); attempt++) {
            if (attempt > 5) {
                throw new SQLException("User update conflict");
            }
            Thread.sleep(attempt * 1000L + ThreadLocalRandom.current().nextLong(1000));
        }
    }

    private boolean tryLock(SqlLane lane) throws SQLException {
        try {
            lane.inTransaction(session -> session.update(
                    "INSERT INTO del_user (cid, id, contactId, quota_max) VALUES (0, ?, 1337, ?)",
                    List.of(settings.context(), System.currentTimeMillis())));
            return true;
        } catch (SQLException failure) {
            if (SqlErrors.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private void create(SqlLane lane, String login) throws SQLException {
        long user = reserve(lane, Counter.USER_ID);
        long contact = reserve(lane, Counter.CONTACT_ID);
        lane.inTransaction(session -> {
            session.update(
                    "INSERT INTO `user` (cid, id, mail, mailEnabled, preferredLanguage, shadowLastChange, timeZone,"
                            + " contactId, passwordMech) VALUES (?, ?, ?, TRUE, 'en_US', 0, 'UTC', ?, '{SHA-256}')",
                    List.of(settings.context(), user, login + "@test.tux", contact));
            session.update(
                    "INSERT INTO login2user (cid, id, uid) VALUES (?, ?, ?)", List.of(settings.context(), user, login));
            session.update(
                    "INSERT INTO groups_member (cid, id, member) VALUES (?, 1, ?)", List.of(settings.context(), user));
            for (long parent : List.of(1L, 1L, 1L, 10L, 9L)) {
                addFolder(session, user, parent);
            }
            return session.update("UPDATE `groups` SET lastModified = 0 WHERE cid = ? AND id = 1", context());
        });
    }

    private void addFolder(SqlSession session, long user, long parent) throws SQLException {
        long id = new Sequences(session, settings.context()).reserve(Counter.FOLDER_ID, 1);
        session.update(
                "INSERT INTO oxfolder_tree (cid, fuid, parent, fname, module, type, creating_date, created_from,"
                        + " changing_date, changed_from, permission_flag, subfolder_flag)"
                        + " VALUES (?, ?, ?, ?, 8, 2, 0, ?, 0, ?, 3, 0)",
                List.of(settings.context(), id, parent, "Folder " + id, user, user));
        session.update(
                "UPDATE oxfolder_tree SET subfolder_flag = 1, changing_date = ? WHERE cid = ? AND fuid = ?",
                List.of(System.currentTimeMillis(), settings.context(), parent));
    }

    private long reserve(SqlLane lane, Counter counter) throws SQLException {
        return lane.inTransaction(session -> new Sequences(session, settings.context()).reserve(counter, 1));
    }

    private List<Object> context() {
        return List.of(settings.context());
    }
}
