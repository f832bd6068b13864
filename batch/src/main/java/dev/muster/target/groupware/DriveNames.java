package dev.muster.target.groupware;

import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    private final Set<String> known = new HashSet<>();
    private long seenUntil;

    /** A free name for everybody, as the database is now; nothing is taken before it is committed. */
    Map<UserName, String> choose(SqlSession session, int context, List<UserSpec> specs) throws SQLException {
        Map<UserName, String> names = new HashMap<>();
        if (specs.isEmpty()) {
            return names;
        }
        readOn(session, context);
        Set<String> chosen = new HashSet<>();
        for (UserSpec spec : specs) {
            names.put(spec.userName(), free(PersonRows.displayName(spec), chosen));
        }
        return names;
    }

    private void readOn(SqlSession session, int context) throws SQLException {
        long now = System.currentTimeMillis();
        String sql = "SELECT fname FROM oxfolder_tree WHERE cid = ? AND parent = ? AND changing_date >= ?";
        List<Object> since = List.of(context, FolderRows.USER_STORE, seenUntil);
        session.query(sql, since).forEach(row -> known.add(fold(row.text(0))));
        seenUntil = now - CLOCKS_APART_MILLIS;
    }

    private String free(String wanted, Set<String> chosen) {
        String name = wanted;
        for (int number = 1; known.contains(fold(name)) || !chosen.add(fold(name)); number++) {
            name = wanted + " (" + number + ")";
        }
        return name;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
