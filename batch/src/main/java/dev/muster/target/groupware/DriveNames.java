package dev.muster.target.groupware;

import dev.muster.model.DriveName;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserName;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for drive folders, which all lie in one folder and are called after their owners. A name that is taken becomes
 * {@code Name (1)}, {@code Name (2)} and so on, as in the reference. No index of {@code oxfolder_tree} begins with a
 * name, so that every look-up would read the folders of everybody: the names are read once and kept, and before each
 * chunk those are added that were written since. A name that was given up since stays taken, which is harmless. Used
 * under the lock of the target that it belongs to.
 */
final class DriveNames {
    /** How far the clocks of those who write folders may be apart. */
    private static final long CLOCKS_APART_MILLIS = 60_000;

    private final Set<DriveName> known = ConcurrentHashMap.newKeySet();
    private long seenUntil;

    /** The names that are there, as the database is now. */
    Set<DriveName> known(SqlSession session, int context) throws SQLException {
        readOn(session, context);
        return Collections.unmodifiableSet(known);
    }

    /** A free name for everybody, the claimed one if nobody took it since; nothing is taken before it is committed. */
    Map<UserName, String> choose(SqlSession session, int context, List<? extends TargetPlan.Specified> plans)
            throws SQLException {
        Map<UserName, String> names = new HashMap<>();
        readOn(session, context);
        Set<DriveName> chosen = new HashSet<>();
        for (TargetPlan.Specified plan : plans) {
            names.put(plan.spec().userName(), free(wanted(plan), chosen).value());
        }
        return names;
    }

    private static DriveName wanted(TargetPlan.Specified plan) {
        DriveName claimed = plan.claims().driveName();
        return claimed.claimed() ? claimed : DriveName.of(plan.spec().displayName());
    }

    private void readOn(SqlSession session, int context) throws SQLException {
        long now = System.currentTimeMillis();
        String sql = "SELECT fname FROM oxfolder_tree WHERE cid = ? AND parent = ? AND changing_date >= ?";
        List<Object> since = List.of(context, FolderRows.USER_STORE, seenUntil);
        session.query(sql, since).forEach(row -> known.add(DriveName.of(row.text(0))));
        seenUntil = now - CLOCKS_APART_MILLIS;
    }

    private DriveName free(DriveName wanted, Set<DriveName> chosen) {
        DriveName name = wanted;
        while (known.contains(name) || !chosen.add(name)) {
            name = name.next();
        }
        return name;
    }
}
