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
 * {@code Name (1)}, {@code Name (2)} and so on, as in the reference. Belongs to one transaction.
 */
final class DriveNames {
    private final SqlSession session;
    private final int context;
    private final Set<String> taken = new HashSet<>();

    DriveNames(SqlSession session, int context) {
        this.session = session;
        this.context = context;
    }

    Map<UserName, String> choose(List<UserSpec> specs) throws SQLException {
        Map<UserName, String> names = new HashMap<>();
        if (specs.isEmpty()) {
            return names;
        }
        List<String> wanted = specs.stream().map(PersonRows::displayName).toList();
        load("IN " + Sql.parameters(wanted.size()), wanted);
        for (UserSpec spec : specs) {
            names.put(spec.userName(), choose(PersonRows.displayName(spec)));
        }
        return names;
    }

    private String choose(String wanted) throws SQLException {
        if (taken.add(fold(wanted))) {
            return wanted;
        }
        load("LIKE ?", List.of(wanted.replaceAll("([\\\\%_])", "\\\\$1") + " (%"));
        int number = 1;
        while (!taken.add(fold(wanted + " (" + number + ")"))) {
            number++;
        }
        return wanted + " (" + number + ")";
    }

    private void load(String condition, List<String> names) throws SQLException {
        String sql =
                "SELECT fname FROM oxfolder_tree WHERE cid = " + context + " AND parent = ? AND fname " + condition;
        session.query(sql, Sql.list(FolderRows.USER_STORE, names)).forEach(row -> taken.add(fold(row.text(0))));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
