package dev.muster.target.groupware;

import java.util.List;

/** The folders that a context has before it has users, and what everybody may do there. Belongs to one transaction. */
final class SystemFolders {
    private static final String SPECIAL = "oxfolder_specialfolders (cid, tag, fuid)";
    private static final long EVERYBODY = 0;
    private static final long GUESTS = 2147483647;
    private static final int NO_ROW = -1;

    /**
     * One system folder.
     *
     * @param everybody the folder permission of group 0; {@link #NO_ROW} where it has none
     * @param objects what group 0 may read
     * @param guests the folder permission of all guests; {@link #NO_ROW} where they have none
     */
    private record Kind(long id, String tag, long parent, int module, int everybody, int objects, int guests) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(1, "private", 0, 5, 8, 0, 2),
            new Kind(2, "public", 0, 5, 8, 0, 2),
            new Kind(3, "shared", 0, 5, 2, 0, 2),
            new Kind(4, "system", 0, 5, 2, 0, NO_ROW),
            new Kind(6, "system_ldap", 4, 3, NO_ROW, 0, NO_ROW),
            new Kind(7, "user", 0, 5, 2, 0, NO_ROW),
            new Kind(9, "infostore", 0, 5, 2, 0, 2),
            new Kind(10, "userstore", 9, 8, 2, 4, 2),
            new Kind(15, "public_infostore", 9, 8, 8, 0, 2));

    private final int context;
    private final long now;

    SystemFolders(int context, long now) {
        this.context = context;
        this.now = now;
    }

    void addTo(Inserts rows) {
        for (Kind kind : KINDS) {
            addFolder(rows, kind);
            rows.add(SPECIAL, context, kind.tag, kind.id);
            addPermission(rows, kind, EVERYBODY, kind.everybody);
            addPermission(rows, kind, GUESTS, kind.guests);
        }
    }

    private void addFolder(Inserts rows, Kind kind) {
        long admin = GroupwareInit.ADMINISTRATOR;
        rows.add(
                FolderRows.TREE,
                context,
                kind.id,
                kind.parent,
                kind.tag,
                kind.module,
                5,
                now,
                admin,
                now,
                admin,
                3,
                1,
                1);
    }

    private void addPermission(Inserts rows, Kind kind, long group, int folder) {
        if (folder != NO_ROW) {
            rows.add(FolderRows.PERMISSION, context, kind.id, group, folder, kind.objects, 0, 0, 0, 1, 0);
        }
    }
}
