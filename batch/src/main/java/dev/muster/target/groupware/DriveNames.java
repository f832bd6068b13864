package dev.muster.target.groupware;

import dev.muster.model.DriveName;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for drive folders, which all lie in one folder and are called after their owners. A name that is taken becomes
 * {@code Name (1)}, {@code Name (2)} and so on, as in the reference. No index of {@code oxfolder_tree} begins with a
 * name, so that every look-up would read the folders of everybody: the names are read once and kept, and before each
 * chunk those are added that somebody else has written since. A name that was given up since stays taken, which is
 * harmless. Used under the lock of the target that it belongs to.
 */
final class DriveNames {
    /** How far the clocks of those who write folders may be apart. */
    private static final long CLOCKS_APART_MILLIS = 60_000;

    private static final String RECENT = " FROM oxfolder_tree WHERE cid = ? AND parent = ? AND changing_date >= ?";

    /** With the folder that has the name. */
    private final Map<DriveName, Long> known = new ConcurrentHashMap<>();

    /** When each folder was last changed, as far back as {@link #seenUntil}. */
    private final Map<Long, Long> changed = new HashMap<>();

    private long seenUntil;

    /** The names that are there, as the database is now. */
    Set<DriveName> known(SqlSession session, int context) throws SQLException {
        readOn(session, context);
        return Collections.unmodifiableSet(known.keySet());
    }

    /**
     * A free name for everybody, the claimed one if nobody took it since. They count as written: where they are not, the
     * next look finds that out, and who asks again gets the same.
     *
     * @param now what the folders get for {@code changing_date}
     */
    Map<UserName, String> choose(SqlSession session, int context, List<? extends TargetPlan.Specified> plans, long now)
            throws SQLException {
        Map<UserName, String> names = new HashMap<>();
        readOn(session, context);
        for (TargetPlan.Specified plan : plans) {
            long folder = plan.claims().folderId(GroupwareFolder.DRIVE_HOME);
            DriveName name = free(wanted(plan), folder);
            add(folder, name, now);
            names.put(plan.spec().userName(), name.value());
        }
        return names;
    }

    private static DriveName wanted(TargetPlan.Specified plan) {
        DriveName claimed = plan.claims().driveName();
        return claimed.claimed() ? claimed : DriveName.of(plan.spec().displayName());
    }

    private void readOn(SqlSession session, int context) throws SQLException {
        long now = System.currentTimeMillis();
        changed.values().removeIf(date -> date < seenUntil);
        if (!isAsKnown(session, context)) {
            changed.clear();
            String sql = "SELECT fuid, fname, changing_date" + RECENT;
            session.query(sql, since(context))
                    .forEach(row -> add(row.number(0), DriveName.of(row.text(1)), row.number(2)));
        }
        seenUntil = now - CLOCKS_APART_MILLIS;
    }

    /** A chunk's own folders are most of what is new; sums tell whether they are all. */
    private boolean isAsKnown(SqlSession session, int context) throws SQLException {
        String sql = "SELECT COUNT(*), SUM(fuid), SUM(changing_date)" + RECENT;
        SqlRow sums = session.query(sql, since(context)).get(0);
        return sums.number(0) == changed.size()
                && sums.number(1) == sum(changed.keySet())
                && sums.number(2) == sum(changed.values());
    }

    private List<Object> since(int context) {
        return List.of(context, FolderRows.USER_STORE, seenUntil);
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private void add(long folder, DriveName name, long date) {
        known.put(name, folder);
        changed.put(folder, date);
    }

    private DriveName free(DriveName wanted, long folder) {
        DriveName name = wanted;
        while (known.getOrDefault(name, folder) != folder) {
            name = name.next();
        }
        return name;
    }
}
