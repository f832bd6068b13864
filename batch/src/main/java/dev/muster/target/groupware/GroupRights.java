package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a group may do, given up when it is deleted. A folder that nobody else administrates goes to the context's
 * administrator, as the reference does it. Belongs to one transaction.
 */
final class GroupRights {
    private static final String ONLY_ADMINISTRATED_BY = "SELECT p.fuid FROM oxfolder_permissions p"
            + " WHERE p.cid = ? AND p.permission_id = ? AND p.admin_flag > 0 AND NOT EXISTS (SELECT 1"
            + " FROM oxfolder_permissions o WHERE o.cid = p.cid AND o.fuid = p.fuid AND o.admin_flag > 0"
            + " AND o.permission_id <> p.permission_id)";
    private static final String TAKE_OVER = "INSERT INTO " + FolderRows.PERMISSION
            + " VALUES (?, ?, ?, 128, 128, 128, 128, 1, 0, 0) ON DUPLICATE KEY UPDATE admin_flag = 1";

    private final SqlSession session;
    private final Site site;
    private final Updates updates;
    private final long now;

    GroupRights(SqlSession session, Site site, Updates updates, long now) {
        this.session = session;
        this.site = site;
        this.updates = updates;
        this.now = now;
    }

    void release(long group) throws SQLException {
        new MembershipStamps(site, updates, now).addFolders(group);
        Optional<Long> administrator = site.administrators().stream().min(Comparator.naturalOrder());
        for (SqlRow folder : session.query(ONLY_ADMINISTRATED_BY, List.of(site.context(), group))) {
            administrator.ifPresent(taker -> updates.add(TAKE_OVER, site.context(), folder.number(0), taker));
        }
        updates.add("DELETE FROM oxfolder_permissions WHERE cid = ? AND permission_id = ?", site.context(), group);
        if (site.schema().has("resource_permissions", "entity")) {
            updates.add("DELETE FROM resource_permissions WHERE cid = ? AND entity = ?", site.context(), group);
        }
    }
}
