package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Takes contacts away with their pictures, and passes on those that somebody else may need. Belongs to one transaction. */
record ContactRemoval(SqlSession session, Site site, Tombstones tombstones) {
    private static final String CONTACTS = "prg_contacts";

    void removeFrom(Collection<Long> folders) throws SQLException {
        remove(Rows.with(CONTACTS, "fid", folders));
    }

    /** A person's own entry in the global address book goes; what she wrote elsewhere passes to the administrator. */
    void removeOwn(long user) throws SQLException {
        remove(new Rows(CONTACTS, "fid = " + FolderRows.ADDRESS_BOOK + " AND userid = ?", List.of(user)));
        for (String column : List.of("created_from", "changed_from")) {
            session.update(
                    "UPDATE prg_contacts SET " + column + " = ? WHERE cid = ? AND " + column + " = ?",
                    List.of(tombstones.administrator(), site.context(), user));
        }
    }

    private void remove(Rows contacts) throws SQLException {
        tombstones.ofContacts(contacts);
        session.update(
                "DELETE FROM prg_contacts_image WHERE cid = ? AND intfield01 IN (SELECT intfield01" + contacts.text()
                        + ")",
                contacts.arguments(site.context(), site.context()));
        session.update("DELETE" + contacts.text(), contacts.arguments(site.context()));
    }
}
