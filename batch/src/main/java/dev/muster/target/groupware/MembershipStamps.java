package dev.muster.target.groupware;

import java.util.Collection;

/**
 * What a change of members touches beside the group, so that clients and caches learn of it: the contacts of those who
 * came or went, and the folders on which the group has rights. Belongs to one transaction.
 */
final class MembershipStamps {
    private final Site site;
    private final Updates updates;
    private final long now;

    MembershipStamps(Site site, Updates updates, long now) {
        this.site = site;
        this.updates = updates;
        this.now = now;
    }

    /** @param people the ids of those who came or went; nobody = nothing to touch */
    void add(long group, Collection<Long> people) {
        for (long person : people) {
            updates.add(
                    "UPDATE prg_contacts SET changing_date = ? WHERE fid = 6 AND cid = ? AND userid = ?",
                    now,
                    site.context(),
                    person);
        }
        if (!people.isEmpty()) {
            addFolders(group);
        }
    }

    /** Everybody in the group. */
    void addMembers(long group) {
        updates.add(
                "UPDATE prg_contacts SET changing_date = ? WHERE fid = 6 AND cid = ? AND userid IN"
                        + " (SELECT member FROM groups_member WHERE cid = ? AND id = ?)",
                now,
                site.context(),
                site.context(),
                group);
    }

    void addFolders(long group) {
        updates.add(
                "UPDATE oxfolder_tree SET changing_date = ? WHERE cid = ? AND fuid IN"
                        + " (SELECT fuid FROM oxfolder_permissions WHERE cid = ? AND permission_id = ?)",
                now,
                site.context(),
                site.context(),
                group);
    }
}
