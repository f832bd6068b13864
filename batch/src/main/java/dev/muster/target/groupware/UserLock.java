package dev.muster.target.groupware;

import dev.muster.model.ErrorCode;
import dev.muster.model.TargetName;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The lock that the reference's user commands take per context: a row of {@code del_user} with context 0, the context as
 * id, contact 1337 and a stamp in {@code quota_max}, refreshed every 3 seconds and void after 12. Held for one chunk
 * only, so that an administrator's command in between gets its turn. Thread-safe; holders of one instance take turns
 * outside.
 */
final class UserLock implements AutoCloseable {
    private static final long REFRESH_MILLIS = 3_000;
    private static final long VOID_AFTER_MILLIS = 12_000;
    /**
     * The lock is taken in windows of this length at most, and then stays free for {@link #REST_NANOS}. The reference's
     * commands look at the lock, and again after 1 to 2, 2 to 3, 3 to 4, 4 to 5 and 5 to 6 seconds: whenever they
     * begin, one of the first four looks falls between two windows. Who has other work between two chunks hardly ever
     * waits.
     */
    private static final long WINDOW_NANOS = 3_000_000_000L;

    private static final long REST_NANOS = 2_000_000_000L;
    private static final String WHERE = " WHERE cid = 0 AND id = ? AND contactId = 1337";

    private final SqlLane lane;
    private final GroupwareSettings settings;
    private final ScheduledExecutorService refresher;
    private final AtomicLong stamp = new AtomicLong();
    /** Both in the clock of {@link System#nanoTime()}. */
    private final AtomicLong windowSince = new AtomicLong(System.nanoTime());

    private final AtomicLong lastRelease = new AtomicLong(System.nanoTime() - REST_NANOS);

    UserLock(SqlLane lane, GroupwareSettings settings) {
        this.lane = lane;
        this.settings = settings;
        refresher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "groupware-user-lock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether the layout can hold such a row. */
    static boolean fits(Schema schema) {
        return schema.accepts("del_user", List.of("cid", "id", "contactId", "quota_max"));
    }

    /** Runs work while this process alone changes users of the context. */
    <T> T holding(SqlWorkload<T> work) throws SQLException {
        rest();
        acquire();
        ScheduledFuture<?> refresh =
                refresher.scheduleAtFixedRate(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } finally {
            refresh.cancel(false);
            release();
            lastRelease.set(System.nanoTime());
        }
    }

    /** Something that uses the lane itself. */
    @FunctionalInterface
    interface SqlWorkload<T> {
        T run() throws SQLException;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }

    /** Begins a new window where the last one is over, once the lock has been free for long enough. */
    private void rest() {
        long now = System.nanoTime();
        long restLeft = lastRelease.get() + REST_NANOS - now;
        boolean windowOver = now - windowSince.get() > WINDOW_NANOS;
        if (restLeft > 0 && windowOver) {
            pause(1 + restLeft / 1_000_000);
        }
        if (restLeft <= 0 || windowOver) {
            windowSince.set(System.nanoTime());
        }
    }

    private void acquire() throws SQLException {
        long giveUp = System.nanoTime() + settings.lockWait().toNanos();
        while (!lane.inTransaction(this::tryAcquire)) {
            if (System.nanoTime() > giveUp) {
                throw busy();
            }
            pause(50 + ThreadLocalRandom.current().nextLong(100));
        }
    }

    private boolean tryAcquire(SqlSession session) throws SQLException {
        long now = System.currentTimeMillis();
        Optional<Long> held = holder(session);
        if (held.isEmpty()) {
            return insert(session, now);
        }
        return held.get() < now - VOID_AFTER_MILLIS && replace(session, held.get(), now);
    }

    private Optional<Long> holder(SqlSession session) throws SQLException {
        List<SqlRow> rows = session.query("SELECT quota_max FROM del_user" + WHERE, List.of(settings.context()));
        return rows.stream().findFirst().map(row -> row.number(0));
    }

    private boolean insert(SqlSession session, long now) throws SQLException {
        try {
            session.update(
                    "INSERT INTO del_user (cid, id, contactId, quota_max) VALUES (0, ?, 1337, ?)",
                    List.of(settings.context(), now));
            stamp.set(now);
            return true;
        } catch (SQLException failure) {
            if (SqlErrors.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private boolean replace(SqlSession session, long held, long now) throws SQLException {
        int rows = session.update(
                "UPDATE del_user SET quota_max = ?" + WHERE + " AND quota_max = ?",
                List.of(now, settings.context(), held));
        if (rows > 0) {
            stamp.set(now);
        }
        return rows > 0;
    }

    private void refresh() {
        try {
            lane.inTransaction(session -> replace(session, stamp.get(), System.currentTimeMillis()));
        } catch (SQLException away) {
            // The chunk's own transaction meets the same server and says so; the lock is void after 12 seconds.
        }
    }

    private void release() {
        try {
            lane.inTransaction(session -> session.update(
                    "DELETE FROM del_user" + WHERE + " AND quota_max = ?", List.of(settings.context(), stamp.get())));
        } catch (SQLException away) {
            // As above: what cannot be removed now is void after 12 seconds.
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private TargetException busy() {
        return new TargetException(
                TargetName.GROUPWARE,
                ErrorCode.GROUPWARE_UNAVAILABLE,
                "Another process has been changing users of context " + settings.context() + " at " + settings.place()
                        + " for " + settings.lockWait().toSeconds() + " s (lock row in del_user). Resume when it has"
                        + " ended.");
    }
}
