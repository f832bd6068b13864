package dev.muster.target.groupware;

import dev.muster.model.Claims;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.UserSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The folders of a person and what she may do with them. Belongs to one transaction. */
final class FolderRows {
    static final long ADDRESS_BOOK = 6;
    /** Where the drive folders of all users are. */
    static final long USER_STORE = 10;

    static final String TREE = "oxfolder_tree (cid, fuid, parent, fname, module, type, creating_date, created_from,"
            + " changing_date, changed_from, permission_flag, subfolder_flag, default_flag)";
    static final String PERMISSION =
            "oxfolder_permissions (cid, fuid, permission_id, fp, orp, owp, odp, admin_flag, group_flag, `system`)";
    private static final String OWN_PERMISSION = PERMISSION + " VALUES (?, ?, ?, 128, 128, 128, 128, 1, 0, 0)";

    /** The write permission from which on everybody's objects may be changed. */
    static final int WRITE_ALL = 4;

    /** A folder's parent: a system folder, or another of the person's own. */
    private sealed interface Parent {
        record System(long id) implements Parent {}

        record Own(GroupwareFolder folder) implements Parent {}
    }

    /**
     * How a default folder is stored.
     *
     * @param permissionFlag 1 = private, 3 = anything else
     * @param hasSubfolders 1 when another of the ten lies in it
     */
    private record Kind(
            GroupwareFolder folder, Parent parent, int module, int type, int permissionFlag, int hasSubfolders) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(GroupwareFolder.CALENDAR, new Parent.System(1), 2, 1, 1, 0),
            new Kind(GroupwareFolder.CONTACTS, new Parent.System(1), 3, 1, 1, 0),
            new Kind(GroupwareFolder.TASKS, new Parent.System(1), 1, 1, 1, 0),
            new Kind(GroupwareFolder.DRIVE_HOME, new Parent.System(USER_STORE), 8, 2, 3, 1),
            new Kind(GroupwareFolder.TRASH, new Parent.System(9), 8, 16, 3, 0),
            new Kind(GroupwareFolder.DOCUMENTS, new Parent.Own(GroupwareFolder.DRIVE_HOME), 8, 21, 3, 1),
            new Kind(GroupwareFolder.TEMPLATES, new Parent.Own(GroupwareFolder.DOCUMENTS), 8, 24, 3, 0),
            new Kind(GroupwareFolder.PICTURES, new Parent.Own(GroupwareFolder.DRIVE_HOME), 8, 20, 3, 0),
            new Kind(GroupwareFolder.MUSIC, new Parent.Own(GroupwareFolder.DRIVE_HOME), 8, 22, 3, 0),
            new Kind(GroupwareFolder.VIDEOS, new Parent.Own(GroupwareFolder.DRIVE_HOME), 8, 23, 3, 0));

    private final Site site;
    private final long now;

    FolderRows(Site site, long now) {
        this.site = site;
        this.now = now;
    }

    /** The right to see the global address book, and to change it where she edits it. */
    void addAddressBook(Inserts rows, long user, boolean edits) {
        if (!site.globalAddressBook() || edits) {
            rows.add(PERMISSION, site.context(), ADDRESS_BOOK, user, 2, 4, edits ? WRITE_ALL : 0, 0, 0, 0, 0);
        }
    }

    /** The ten default folders, all hers. */
    void addFolders(Inserts rows, UserSpec spec, Claims claims, String driveHome) {
        if (claims.firstFolderId() <= 0) {
            throw new IllegalStateException("No folder ids were reserved for " + spec.userName() + ".");
        }
        for (Kind kind : KINDS) {
            String name = kind.folder == GroupwareFolder.DRIVE_HOME
                    ? driveHome
                    : spec.groupwareFolders().getOrDefault(kind.folder, englishName(kind.folder));
            addFolder(rows, kind, claims, name);
        }
    }

    /** Tells the clients that the system folders have new subfolders: once per chunk, for they are everybody's. */
    void touchParents(SqlSession session) throws SQLException {
        session.update(
                "UPDATE oxfolder_tree SET subfolder_flag = 1, changing_date = ? WHERE cid = ? AND fuid IN (1, 9, 10)",
                List.of(now, site.context()));
        session.update(
                "UPDATE oxfolder_tree SET changing_date = ? WHERE cid = ? AND fuid = ?",
                List.of(now, site.context(), ADDRESS_BOOK));
    }

    private void addFolder(Inserts rows, Kind kind, Claims claims, String name) {
        long user = claims.userId();
        long id = claims.folderId(kind.folder);
        rows.add(
                TREE,
                site.context(),
                id,
                parentId(kind.parent, claims),
                name,
                kind.module,
                kind.type,
                now,
                user,
                now,
                user,
                kind.permissionFlag,
                kind.hasSubfolders,
                1);
        rows.add(OWN_PERMISSION, site.context(), id, user);
    }

    private static long parentId(Parent parent, Claims claims) {
        if (parent instanceof Parent.Own own) {
            return claims.folderId(own.folder);
        }
        return ((Parent.System) parent).id;
    }

    private static String englishName(GroupwareFolder folder) {
        return folder.name().charAt(0) + folder.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
