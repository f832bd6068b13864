package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of somebody's folders, by the reference's rule: private ones and the trash go with their contents, all
 * others pass to the context's administrator. What she might do in other people's folders is forgotten, unless nobody
 * else could administer the folder. Belongs to one transaction.
 */
final class FolderRemoval {
    private static final String PERMISSIONS = "oxfolder_permissions";

    /** Private folders, and the trash of the drive. */
    private static final String HER_OWN = "created_from = ? AND type IN (1, 16)";

    private static final String ONLY_ADMINISTRATOR = "SELECT p.fuid FROM oxfolder_permissions p WHERE p.cid = ?"
            + " AND p.permission_id = ? AND p.admin_flag = 1 AND NOT EXISTS (SELECT o.fuid FROM oxfolder_permissions o"
            + " WHERE o.cid = p.cid AND o.fuid = p.fuid AND o.permission_id <> p.permission_id AND o.admin_flag = 1)";

    private final SqlSession session;
    private final Site site;
    private final Tombstones tombstones;

    FolderRemoval(SqlSession session, Site site, Tombstones tombstones) {
        this.session = session;
        this.site = site;
        this.tombstones = tombstones;
    }

    /**
     * Removes, and passes on what is not to be lost.
     *
     * @param all whether nothing is passed on, because nobody has used the folders yet
     * @return how many folders the administrator got
     */
    int remove(long user, boolean all) throws SQLException {
        Set<Long> going = folders(all ? "created_from = ?" : HER_OWN, user);
        if (!going.isEmpty()) {
            delete(going);
        }
        Set<Long> passing = folders("created_from = ?", user);
        session.query(ONLY_ADMINISTRATOR, List.of(site.context(), user)).forEach(row -> passing.add(row.number(0)));
        if (!passing.isEmpty()) {
            passOn(passing, user);
        }
        session.update(
                "UPDATE oxfolder_tree SET changed_from = ? WHERE cid = ? AND changed_from = ?",
                List.of(tombstones.administrator(), site.context(), user));
        forget(user);
        return passing.size();
    }

    private Set<Long> folders(String condition, long user) throws SQLException {
        Set<Long> folders = new HashSet<>();
        session.query("SELECT fuid FROM oxfolder_tree WHERE cid = ? AND " + condition, List.of(site.context(), user))
                .forEach(row -> folders.add(row.number(0)));
        return folders;
    }

    private void delete(Collection<Long> folders) throws SQLException {
        touch(
                "fuid IN (SELECT parent FROM (SELECT parent FROM oxfolder_tree WHERE cid = ? AND fuid IN "
                        + Sql.parameters(folders.size()) + ") parents)",
                Sql.list(site.context(), folders));
        tombstones.ofFolders(folders);
        new ContactRemoval(session, site, tombstones).removeFrom(folders);
        for (String table : List.of(PERMISSIONS, "oxfolder_user_property", "oxfolder_userfolders_standardfolders")) {
            remove(Rows.with(table, "fuid", folders));
        }
        remove(Rows.with("oxfolder_property", "id", folders));
        remove(Rows.with("oxfolder_tree", "fuid", folders));
    }

    /** The administrator may do everything there, whatever he might do before. */
    private void passOn(Collection<Long> folders, long user) throws SQLException {
        long administrator = tombstones.administrator();
        Rows passed = Rows.with("oxfolder_tree", "fuid", folders);
        session.update(
                "UPDATE oxfolder_tree SET created_from = CASE created_from WHEN ? THEN ? ELSE created_from END,"
                        + " changed_from = ?, changing_date = ?, default_flag = 0" + passed.where(),
                passed.arguments(site.context(), user, administrator, administrator, tombstones.now()));
        Rows permissions = Rows.with(PERMISSIONS, "fuid", folders);
        session.update(
                "DELETE" + permissions.text() + " AND `system` = 0 AND permission_id = " + administrator,
                permissions.arguments(site.context()));
        session.update(
                "UPDATE oxfolder_permissions SET permission_id = ?, fp = 128, orp = 128, owp = 128, odp = 128,"
                        + " admin_flag = 1" + permissions.where() + " AND `system` = 0 AND permission_id = " + user,
                permissions.arguments(site.context(), administrator));
    }

    private void forget(long user) throws SQLException {
        touch(
                "fuid IN (SELECT fuid FROM oxfolder_permissions WHERE cid = ? AND permission_id = ?)",
                List.of(site.context(), user));
        remove(new Rows(PERMISSIONS, "permission_id = ?", List.of(user)));
    }

    private void touch(String condition, List<Object> parameters) throws SQLException {
        Rows touched = new Rows("oxfolder_tree", condition, parameters);
        session.update(
                "UPDATE oxfolder_tree SET changing_date = ?" + touched.where(),
                touched.arguments(site.context(), tombstones.now()));
    }

    private void remove(Rows rows) throws SQLException {
        session.update("DELETE" + rows.text(), rows.arguments(site.context()));
    }
}
