package dev.muster.target.groupware;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is the same for everybody in the context, asked once.
 *
 * @param context its number
 * @param schema what columns there are
 * @param tables which columns hold fields of a person
 * @param defaultGroup the group of all new users: the one with the smallest id ({@code users}); 0 when there is none
 * @param globalAddressBook whether group 0 has the global address book, so that users need no row of their own there
 * @param parts what is made of a person: all of her, or one part
 * @param administrators the ids of the context's administrators, whom no feed may touch
 */
record Site(
        int context,
        Schema schema,
        List<FieldTable> tables,
        long defaultGroup,
        boolean globalAddressBook,
        Set<GroupwarePart> parts,
        Set<Long> administrators) {
    static Site read(SqlSession session, int context, Set<GroupwarePart> parts) throws SQLException {
        List<Integer> only = List.of(context);
        List<SqlRow> group = session.query("SELECT MIN(id) FROM `groups` WHERE cid = ?", only);
        List<SqlRow> everybody = session.query(
                "SELECT fuid FROM oxfolder_permissions WHERE cid = ? AND fuid = 6 AND permission_id = 0", only);
        List<SqlRow> administrators = session.query("SELECT `user` FROM user_setting_admin WHERE cid = ?", only);
        Schema schema = Schema.read(session);
        return new Site(
                context,
                schema,
                FieldTable.of(schema),
                group.get(0).number(0),
                !everybody.isEmpty(),
                parts,
                administrators.stream().map(row -> row.number(0)).collect(Collectors.toUnmodifiableSet()));
    }
}
