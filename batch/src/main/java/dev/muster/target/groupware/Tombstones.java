package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What was deleted leaves a row in a table {@code del_...}, from which clients learn that it is gone. Repeating is safe.
 * Belongs to one transaction.
 *
 * @param administrator who is said to have deleted it
 * @param now when, in milliseconds
 */
record Tombstones(SqlSession session, Site site, long administrator, long now) {
    /** Of a contact only what identifies it: names and addresses of somebody who has left are not kept. */
    private static final List<String> CONTACT = List.of(
            "cid",
            "intfield01",
            "fid",
            "creating_date",
            "created_from",
            "changing_date",
            "changed_from",
            "userid",
            "uid");

    void ofFolders(Collection<Long> folders) throws SQLException {
        copy(Rows.with("oxfolder_tree", "fuid", folders), common("oxfolder_tree"));
        stamp(Rows.with("del_oxfolder_tree", "fuid", folders));
        copy(Rows.with("oxfolder_permissions", "fuid", folders), common("oxfolder_permissions"));
    }

    void ofContacts(Rows contacts) throws SQLException {
        session.update(
                "DELETE FROM del_contacts WHERE cid = ? AND intfield01 IN (SELECT intfield01" + contacts.text() + ")",
                contacts.arguments(site.context(), site.context()));
        String columns = String.join(", ", CONTACT);
        session.update(
                "INSERT INTO del_contacts (" + columns + ") SELECT " + columns + contacts.text(),
                contacts.arguments(site.context()));
        stamp(new Rows(
                "del_contacts",
                "intfield01 IN (SELECT intfield01" + contacts.text() + ")",
                contacts.arguments(site.context())));
    }

    /** Only the numbers: a password is nothing to keep. */
    void ofUser(long user) throws SQLException {
        session.update("DELETE FROM del_user WHERE cid = ? AND id = ?", List.of(site.context(), user));
        session.update(
                "INSERT INTO del_user (cid, id, contactId) SELECT cid, id, contactId FROM `user` WHERE cid = ? AND id = ?",
                List.of(site.context(), user));
    }

    private void copy(Rows rows, String columns) throws SQLException {
        String grave = "del_" + rows.table();
        session.update("DELETE FROM " + grave + rows.where(), rows.arguments(site.context()));
        session.update(
                "INSERT INTO " + grave + " (" + columns + ") SELECT " + columns + rows.text(),
                rows.arguments(site.context()));
    }

    private void stamp(Rows rows) throws SQLException {
        session.update(
                "UPDATE " + rows.table() + " SET changing_date = ?, changed_from = ?" + rows.where(),
                rows.arguments(site.context(), now, administrator));
    }

    private String common(String table) {
        TreeSet<String> columns = new TreeSet<>(site.schema().columnNames(table));
        columns.retainAll(site.schema().columnNames("del_" + table));
        return "`" + String.join("`, `", columns) + "`";
    }
}
