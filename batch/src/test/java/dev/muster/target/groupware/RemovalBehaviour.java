package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.KnownNumbers;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.ConfiguredCommand;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sharp rules of deleting somebody, on every database and layout. */
interface RemovalBehaviour {
    String FOREIGN = "muster_test_tasks";

    GroupwareSettings settings();

    GroupwareTarget target();

    SqlLane lane();

    @Test
    default void deletingLeavesNoRowOfHers() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        addSecondaryAccount(user);
        insert("user_setting_server (cid, `user`, uuid) VALUES (?, ?, 'sixteen bytes...')", user);
        insert("capability_user (cid, `user`, cap) VALUES (?, ?, 'drive')", user);
        insert("user_setting (cid, user_id, path_id, `value`) VALUES (?, ?, 1, 'x')", user);
        delete(spec);
        for (String column : List.of(
                "user_attribute.id",
                "user_alias.user",
                "user_configuration.user",
                "user_setting.user_id",
                "user_setting_mail.user",
                "user_setting_server.user",
                "capability_user.user",
                "login2user.id",
                "groups_member.member",
                "prg_contacts.userid",
                "user_mail_account.user",
                "user_transport_account.user",
                "user_mail_account_properties.user",
                "user_transport_account_properties.user",
                "oxfolder_permissions.permission_id",
                "oxfolder_tree.created_from",
                "oxfolder_tree.changed_from")) {
            String[] names = column.split("\\.");
            assertThat(count(names[0], names[1], user)).as(column).isZero();
        }
        assertThat(count("`user`", "id", user)).isZero();
    }

    @Test
    default void privateFoldersLeaveTombstonesAndOthersPassToTheAdministrator() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        StepOutcome outcome = delete(spec);
        assertThat(((StepOutcome.Done) outcome).notes())
                .anyMatch(note -> note.startsWith("6 drive and public folders"));
        for (GroupwareFolder folder : List.of(GroupwareFolder.CALENDAR, GroupwareFolder.TRASH)) {
            long id = claims.folderId(folder);
            assertThat(count("oxfolder_tree", "fuid", id)).as("%s", folder).isZero();
            assertThat(count("del_oxfolder_tree", "fuid", id)).as("%s", folder).isEqualTo(1);
            assertThat(count("del_oxfolder_permissions", "fuid", id))
                    .as("%s", folder)
                    .isEqualTo(1);
        }
        long home = claims.folderId(GroupwareFolder.DRIVE_HOME);
        assertThat(row(
                        "SELECT created_from, changed_from, default_flag FROM oxfolder_tree WHERE cid = ? AND fuid = ?",
                        home))
                .isEqualTo(List.of(administrator(), administrator(), 0L));
        assertThat(row(
                        "SELECT permission_id, fp, admin_flag FROM oxfolder_permissions WHERE cid = ? AND fuid = ?",
                        home))
                .isEqualTo(List.of(administrator(), 128L, 1L));
    }

    @Test
    default void contactsGoWithTheirFolderAndWhatSheWroteElsewherePasses() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        UserSpec other = Users.german(Names.next());
        Claims others = create(other);
        long mine = addContact(claims.folderId(GroupwareFolder.CONTACTS), claims.userId());
        long elsewhere = addContact(others.folderId(GroupwareFolder.CONTACTS), claims.userId());
        delete(spec);
        assertThat(count("prg_contacts", "intfield01", mine)).isZero();
        assertThat(count("del_contacts", "intfield01", mine)).isEqualTo(1);
        assertThat(count("del_contacts", "intfield01", claims.contactId())).isEqualTo(1);
        assertThat(row("SELECT created_from FROM prg_contacts WHERE cid = ? AND intfield01 = ?", elsewhere))
                .isEqualTo(List.of(administrator()));
        assertThat(row("SELECT contactId FROM del_user WHERE cid = ? AND id = ?", claims.userId()))
                .isEqualTo(List.of(claims.contactId()));
    }

    @Test
    default void herRightsInOtherPeoplesFoldersGoUnlessNobodyElseHasAny() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        Claims others = create(Users.german(Names.next()));
        long calendar = others.folderId(GroupwareFolder.CALENDAR);
        long music = others.folderId(GroupwareFolder.MUSIC);
        String grant = "oxfolder_permissions (cid, permission_id, fuid, fp, orp, owp, odp, admin_flag, group_flag)"
                + " VALUES (?, ?, ?, 128, 128, 128, 128, 1, 0)";
        insert(grant, user, calendar);
        insert(grant, user, music);
        update(
                "DELETE FROM oxfolder_permissions WHERE cid = ? AND permission_id = ? AND fuid = ?",
                others.userId(),
                music);
        delete(spec);
        assertThat(row("SELECT permission_id FROM oxfolder_permissions WHERE cid = ? AND fuid = ?", calendar))
                .isEqualTo(List.of(others.userId()));
        assertThat(row("SELECT permission_id FROM oxfolder_permissions WHERE cid = ? AND fuid = ?", music))
                .isEqualTo(List.of(administrator()));
        assertThat(row("SELECT created_from FROM oxfolder_tree WHERE cid = ? AND fuid = ?", music))
                .isEqualTo(List.of(others.userId()));
    }

    @Test
    default void takingBackLeavesNothingToTheAdministrator() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        TargetPlan.Create made = new TargetPlan.Create(spec, GroupwareContract.claims(target(), spec));
        target().apply(List.of(made));
        long before = count("oxfolder_tree", "created_from", administrator());
        assertThat(apply(TargetPlan.Delete.undoing(made))).isEqualTo(StepOutcome.Done.plainly());
        assertThat(count("oxfolder_tree", "created_from", administrator())).isEqualTo(before);
        assertThat(count("oxfolder_tree", "fuid", made.claims().folderId(GroupwareFolder.DRIVE_HOME)))
                .isZero();
    }

    @Test
    default void halfAPersonWhoseLoginIsGoneIsFoundByHerNumber() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        update("DELETE FROM login2user WHERE cid = ? AND id = ?", user);
        delete(spec);
        assertThat(count("`user`", "id", user)).isEqualTo(1);
        apply(new TargetPlan.Delete(spec.key(), spec.origin(), new KnownNumbers(0, user), false));
        assertThat(count("`user`", "id", user)).isZero();
    }

    @Test
    default void somebodyWithAnotherNumberIsSomebodyElse() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        StepOutcome outcome =
                apply(new TargetPlan.Delete(spec.key(), spec.origin(), new KnownNumbers(0, user + 100_000), false));
        assertThat(problem(outcome).code()).isEqualTo(ErrorCode.NOT_OURS);
        assertThat(count("`user`", "id", user)).isEqualTo(1);
    }

    @Test
    default void contentsThatNobodyKnowsAreCountedAndNothingIsTouched() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        withForeignTable(() -> {
            insert(FOREIGN + " (cid, created_from, id, changed_from) VALUES (?, ?, 1, 0)", user);
            insert(FOREIGN + " (cid, changed_from, id, created_from) VALUES (?, ?, 2, 0)", user);
            Problem problem = problem(delete(spec));
            assertThat(problem(apply(new TargetPlan.Examine((TargetPlan.Delete) deletion(spec)))))
                    .isEqualTo(problem);
            assertThat(problem.code()).isEqualTo(ErrorCode.CONTENTS_UNKNOWN);
            assertThat(problem.reason()).contains("2 in " + FOREIGN);
            assertThat(problem.suggestion()).contains("groupware.deleteCommand");
            assertThat(count("login2user", "id", user)).isEqualTo(1);
            assertThat(count("oxfolder_tree", "created_from", user)).isEqualTo(10);
        });
    }

    @Test
    default void aConfiguredCommandDeletesInMustersStead() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        String check = "test \"$0 $1 $2\" = \"%d %d %s\"".formatted(settings().context(), user, spec.userName());
        assertThat(deleteBy(spec, check)).isInstanceOf(StepOutcome.Done.class);
        assertThat(count("`user`", "id", user)).isZero();
    }

    @Test
    default void whatTheCommandRefusesStaysAsItIs() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        Problem problem = problem(deleteBy(spec, "echo context is read-only; exit 3"));
        assertThat(problem.reason()).contains("ended with 3: context is read-only");
        assertThat(count("login2user", "id", user)).isEqualTo(1);
    }

    @Test
    default void administratorsAndGuestsAreNeverDeleted() throws SQLException {
        UserSpec guest = Users.german(Names.next());
        long user = create(guest).userId();
        update("UPDATE `user` SET guestCreatedBy = 2 WHERE cid = ? AND id = ?", user);
        assertThat(problem(delete(guest)).code()).isEqualTo(ErrorCode.PROTECTED);
        UserSpec administrator = Users.german("oxadmin");
        assertThat(problem(delete(administrator)).code()).isEqualTo(ErrorCode.PROTECTED);
        assertThat(problem(apply(new TargetPlan.Disable(
                                administrator.key(), administrator.origin(), KnownNumbers.none())))
                        .code())
                .isEqualTo(ErrorCode.PROTECTED);
    }

    @Test
    default void aGroupThatIsLeftEmptyIsTold() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        long user = create(spec).userId();
        long group = 900_000 + user;
        insert("`groups` (cid, id, identifier, displayName, lastModified) VALUES (?, ?, 'sales', 'Sales', 0)", group);
        insert("groups_member (cid, member, id) VALUES (?, ?, ?)", user, group);
        assertThat(((StepOutcome.Done) delete(spec)).notes())
                .contains("The groupware's group sales has no member any more.");
        assertThat((long) row("SELECT lastModified FROM `groups` WHERE cid = ? AND id = ?", group)
                        .get(0))
                .isPositive();
    }

    private Claims create(UserSpec spec) {
        Claims claims = GroupwareContract.claims(target(), spec);
        assertThat(apply(new TargetPlan.Create(spec, claims))).isEqualTo(StepOutcome.Done.plainly());
        return claims;
    }

    private StepOutcome delete(UserSpec spec) {
        return apply(deletion(spec));
    }

    private static TargetPlan deletion(UserSpec spec) {
        return new TargetPlan.Delete(spec.key(), new Origin("deluser", 0, 0), KnownNumbers.none(), false);
    }

    private StepOutcome deleteBy(UserSpec spec, String script) {
        ConfiguredCommand command =
                new ConfiguredCommand(List.of("sh", "-c", script, "{context}", "{userid}", "{username}"));
        try (GroupwareTarget other = new GroupwareTarget(
                settings().withDeleteCommand(Optional.of(command)),
                new PlainLane(settings()),
                GroupwareContract.SITE_KEY)) {
            return other.apply(List.of(deletion(spec))).get(spec.key());
        }
    }

    private StepOutcome apply(TargetPlan plan) {
        ObjectKey key = plan.key();
        return target().apply(List.of(plan)).get(key);
    }

    private static Problem problem(StepOutcome outcome) {
        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        return ((StepOutcome.Failed) outcome).problem();
    }

    private long administrator() throws SQLException {
        return Databases.number(
                lane(),
                "SELECT `user` FROM user_setting_admin WHERE cid = ?",
                settings().context());
    }

    private void addSecondaryAccount(long user) throws SQLException {
        insert(
                "user_mail_account (cid, `user`, id, name, url, login, primary_addr, spam_handler, secondary)"
                        + " VALUES (?, ?, 7, 'Sales', 'imap://x', 'sales', 'sales@test.tux', 'NoSpamHandler', 1)",
                user);
        insert(
                "user_transport_account (cid, `user`, id, name, url, login, send_addr, secondary)"
                        + " VALUES (?, ?, 7, 'Sales', 'smtp://x', 'sales', 'sales@test.tux', 1)",
                user);
        insert("user_mail_account_properties (cid, `user`, id, name, `value`) VALUES (?, ?, 7, 'x', 'y')", user);
    }

    private long addContact(long folder, long author) throws SQLException {
        long id = target().reserve(dev.muster.target.NumberSource.Counter.CONTACT_ID, 1);
        insert(
                "prg_contacts (cid, intfield01, fid, created_from, changed_from, creating_date, changing_date)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0)",
                id,
                folder,
                author,
                author);
        insert("prg_contacts_image (cid, intfield01, changing_date, mime_type) VALUES (?, ?, 0, 'image/png')", id);
        return id;
    }

    /** Something that uses the lane. */
    @FunctionalInterface
    interface Statements {
        void run() throws SQLException;
    }

    private void withForeignTable(Statements statements) throws SQLException {
        lane().inTransaction(session -> session.update(
                "CREATE TABLE IF NOT EXISTS " + FOREIGN
                        + " (cid INT NOT NULL, id INT NOT NULL, created_from INT NOT NULL, changed_from INT NOT NULL)",
                List.of()));
        try {
            statements.run();
        } finally {
            lane().inTransaction(session -> session.update("DROP TABLE " + FOREIGN, List.of()));
        }
    }

    private void insert(String row, Object... values) throws SQLException {
        update("INSERT INTO " + row, values);
    }

    private void update(String sql, Object... values) throws SQLException {
        List<Object> parameters = Sql.list(settings().context(), List.of(values));
        lane().inTransaction(session -> session.update(sql, parameters));
    }

    private List<Long> row(String sql, Object value) throws SQLException {
        SqlRow row = Databases.rows(lane(), sql, settings().context(), value).get(0);
        return java.util.stream.IntStream.range(0, row.values().size())
                .mapToObj(row::number)
                .toList();
    }

    private long count(String table, String column, long value) throws SQLException {
        return Databases.number(
                lane(),
                "SELECT COUNT(*) FROM " + table + " WHERE cid = ? AND `" + column + "` = ?",
                settings().context(),
                value);
    }
}
