package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.MailAddress;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the groupware target does beyond the contract, on every database and layout. */
interface GroupwareBehaviour {
    GroupwareSettings settings();

    GroupwareTarget target();

    SqlLane lane();

    @Test
    default void writesOneRowPerTableAndTenFolders() throws SQLException {
        Claims claims = create(Users.german(Names.next()));
        for (String table : List.of("login2user", "user_attribute", "user_configuration", "user_setting_mail")) {
            assertThat(count(
                            table,
                            table.startsWith("user_") && !table.equals("user_attribute") ? "`user`" : "id",
                            claims.userId()))
                    .as(table)
                    .isEqualTo(1);
        }
        assertThat(count("groups_member", "member", claims.userId())).isEqualTo(1);
        assertThat(count("user_mail_account", "`user`", claims.userId())).isEqualTo(1);
        assertThat(count("user_transport_account", "`user`", claims.userId())).isEqualTo(1);
        assertThat(count("user_transport_account_properties", "`user`", claims.userId()))
                .isEqualTo(1);
        assertThat(count("oxfolder_tree", "created_from", claims.userId())).isEqualTo(10);
        assertThat(count("oxfolder_permissions", "permission_id", claims.userId()))
                .isEqualTo(11);
    }

    @Test
    default void namesFoldersInThePersonsLanguage() throws SQLException {
        Claims claims = create(Users.german(Names.next()));
        assertThat(folderName(claims, GroupwareFolder.CALENDAR)).isEqualTo("Kalender");
        assertThat(Databases.text(
                        lane(),
                        "SELECT std_drafts FROM user_setting_mail WHERE cid = ? AND `user` = ?",
                        settings().context(),
                        claims.userId()))
                .isEqualTo("Entwürfe");
    }

    @Test
    default void tellsTheDefaultAccountWhereMailIsArchived() throws SQLException {
        UserSpec spec = Users.german(Names.next()).with(Field.ARCHIVE_FOLDER, List.of("INBOX/Archiv"));
        assertThat(archive(create(spec))).isEqualTo("Archiv INBOX/Archiv");
        assertThat(state(spec).values(Field.ARCHIVE_FOLDER)).containsExactly("INBOX/Archiv");
    }

    @Test
    default void changesWhereMailIsArchived() throws SQLException {
        UserSpec spec = Users.german(Names.next()).with(Field.ARCHIVE_FOLDER, List.of("Archiv"));
        Claims claims = create(spec);
        apply(spec, claims, List.of(to(spec, Field.ARCHIVE_FOLDER, "Ablage/" + "x".repeat(65))));
        assertThat(archive(claims)).isEqualTo(" Ablage/" + "x".repeat(65));
        apply(spec, claims, List.of(to(spec, Field.ARCHIVE_FOLDER, "Ablage")));
        assertThat(archive(claims)).isEqualTo("Ablage Ablage");
    }

    private String archive(Claims claims) throws SQLException {
        return Databases.text(
                lane(),
                "SELECT CONCAT(archive, ' ', archive_fullname) FROM user_mail_account"
                        + " WHERE id = 0 AND cid = ? AND `user` = ?",
                settings().context(),
                claims.userId());
    }

    @Test
    default void numbersDriveFoldersOfTheSameName() throws SQLException {
        UserSpec first = named(Users.german(Names.next()), "Ein Name %_");
        List<Claims> claims = new ArrayList<>();
        claims.add(create(first));
        claims.add(create(named(Users.german(Names.next()), "ein name %_")));
        claims.add(create(named(Users.german(Names.next()), "Ein Name %_")));
        assertThat(claims)
                .extracting(one -> folderName(one, GroupwareFolder.DRIVE_HOME))
                .containsExactly("Ein Name %_", "ein name %_ (1)", "Ein Name %_ (2)");
    }

    @Test
    default void keepsNamesBeyondLatin() throws SQLException {
        UserSpec spec = named(Users.german(Names.next()), "李小龍 " + Names.next() + " שלום");
        create(spec);
        assertThat(state(spec).values(Field.DISPLAYNAME))
                .isEqualTo(spec.values().get(Field.DISPLAYNAME));
    }

    @Test
    default void onlyTheCulpritOfARefusedChunkFails() throws SQLException {
        UserSpec good = Users.german(Names.next());
        UserSpec tooLong = Users.german(Names.next()).with(Field.SURNAME, List.of("x".repeat(200)));
        Map<?, StepOutcome> outcomes = target().apply(List.of(plan(good), plan(tooLong)));
        assertThat(outcomes.get(good.key())).isInstanceOf(StepOutcome.Done.class);
        assertThat(problem(outcomes.get(tooLong.key()))).isEqualTo(ErrorCode.GROUPWARE_REFUSED);
        assertThat(target().read(List.of(tooLong.key())).get(tooLong.key())).isEqualTo(new TargetState.Absent());
    }

    @Test
    default void refusesALoginThatSomebodyElseHas() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        create(spec);
        Claims others = GroupwareContract.claims(target(), spec);
        StepOutcome outcome =
                target().apply(List.of(new TargetPlan.Create(spec, others))).get(spec.key());
        assertThat(problem(outcome)).isEqualTo(ErrorCode.GROUPWARE_EXISTS);
    }

    @Test
    default void refusesAnIdThatSomebodyElseHas() throws SQLException {
        Claims taken = create(Users.german(Names.next()));
        UserSpec spec = Users.german(Names.next());
        Claims claims = new Claims(
                "test", spec.identity(), spec.userName(), spec.mail(), 0, taken.userId(), 0, 0, DriveName.NONE, 1);
        StepOutcome outcome =
                target().apply(List.of(new TargetPlan.Create(spec, claims))).get(spec.key());
        assertThat(problem(outcome)).isEqualTo(ErrorCode.GROUPWARE_EXISTS);
    }

    @Test
    default void neverTouchesTheAdministrator() throws SQLException {
        UserSpec spec = Users.german("oxadmin");
        StepOutcome outcome = target().apply(List.of(plan(spec))).get(spec.key());
        assertThat(problem(outcome)).isEqualTo(ErrorCode.PROTECTED);
    }

    @Test
    default void completesAPersonWithoutFoldersAndAccount() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        TargetState whole = state(spec);
        for (String statement : List.of(
                "DELETE FROM oxfolder_permissions WHERE fuid > 20 AND cid = ? AND permission_id = ?",
                "DELETE FROM oxfolder_tree WHERE cid = ? AND created_from = ?",
                "DELETE FROM user_setting_mail WHERE cid = ? AND `user` = ?",
                "DELETE FROM user_mail_account WHERE cid = ? AND `user` = ?")) {
            lane().inTransaction(session ->
                    session.update(statement, List.of(settings().context(), claims.userId())));
        }
        assertThat(state(spec).values(Field.DISPLAYNAME)).isEmpty();
        target().apply(List.of(new TargetPlan.Create(spec, claims)));
        assertThat(state(spec)).isEqualTo(whole);
        assertThat(count("oxfolder_tree", "created_from", claims.userId())).isEqualTo(10);
    }

    @Test
    default void completesAPersonWhoseLoginIsGone() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        TargetState whole = state(spec);
        lane().inTransaction(session -> session.update(
                "DELETE FROM login2user WHERE cid = ? AND id = ?",
                List.of(settings().context(), claims.userId())));
        target().apply(List.of(new TargetPlan.Create(spec, claims)));
        assertThat(state(spec)).isEqualTo(whole);
    }

    @Test
    default void changesEveryKindOfField() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        List<FieldChange> changes = List.of(
                to(spec, Field.DISPLAYNAME, "Neu, Zoë"),
                to(spec, Field.LANGUAGE, "fr_FR"),
                to(spec, Field.ACTIVATED, "no"),
                to(spec, Field.CHANGE_PASSWORD, "yes"),
                to(spec, Field.MODULES, "5"),
                to(spec, Field.SENT_FOLDER, "Envoyés"),
                to(spec, Field.GLOBAL_ADDRESS_BOOK, "yes"),
                to(spec, Field.of("birthday"), "1970-01-31"));
        apply(spec, claims, changes);
        TargetState.Present state = state(spec);
        changes.forEach(change -> assertThat(state.values(change.field()))
                .as(change.field().name())
                .isEqualTo(change.to()));
    }

    @Test
    default void changesThePrimaryAddressEverywhere() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        String address = "new." + spec.mail();
        apply(spec.with(Field.MAIL, List.of(address)), claims, List.of(to(spec, Field.MAIL, address)));
        assertThat(state(spec).values(Field.MAIL)).containsExactly(address);
        assertThat(state(spec).values(Field.ALIAS)).contains(address);
        assertThat(count("user_mail_account", "primary_addr", address)).isEqualTo(1);
        assertThat(count("user_transport_account", "send_addr", address)).isEqualTo(1);
        assertThat(count("prg_contacts", "field65", address)).isEqualTo(1);
    }

    @Test
    default void leavesAliasesAloneThatThePlanDoesNotName() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        Claims claims = create(spec);
        String foreign = "foreign." + spec.mail();
        lane().inTransaction(session -> session.update(
                "INSERT INTO user_alias (cid, `user`, alias) VALUES (?, ?, ?)",
                List.of(settings().context(), claims.userId(), foreign)));
        FieldChange change = new FieldChange(Field.ALIAS, spec.values().get(Field.ALIAS), List.of("b." + spec.mail()));
        apply(spec, claims, List.of(change));
        assertThat(state(spec).values(Field.ALIAS))
                .containsExactlyInAnyOrder(spec.mail().value(), foreign, "b." + spec.mail());
    }

    @Test
    default void findsHoldersOfAddressesWhateverTheyAre() throws SQLException {
        UserSpec spec = Users.german(Names.next());
        create(spec);
        String room = "room." + spec.mail();
        lane().inTransaction(session -> session.update(
                "INSERT INTO resource (cid, id, identifier, displayName, mail, available, lastModified)"
                        + " VALUES (?, ?, 'room', 'Room', ?, TRUE, 0)",
                List.of(settings().context(), target().reserve(Counter.USER_ID, 1), room)));
        List<MailAddress> addresses = List.of(
                MailAddress.of(spec.mail().value().toUpperCase(java.util.Locale.ROOT)),
                MailAddress.of(spec.userName() + ".alias@test.tux"),
                MailAddress.of(room),
                MailAddress.of("nobody@test.tux"));
        assertThat(target().holdersOf(addresses))
                .extracting(holder -> holder.name() + " " + holder.user())
                .containsExactlyInAnyOrder(spec.userName() + " true", spec.userName() + " true", "resource room false");
    }

    @Test
    default void touchesParentsOnceForTheWholeChunk() throws SQLException {
        target().apply(List.of(plan(Users.german(Names.next())), plan(Users.german(Names.next()))));
        assertThat(Databases.number(
                        lane(),
                        "SELECT COUNT(DISTINCT changing_date) FROM oxfolder_tree WHERE cid = ? AND fuid IN (1, 6, 9, 10)",
                        settings().context()))
                .isEqualTo(1);
    }

    @Test
    default void handsOutNumbersThatNobodyElseGets() {
        long first = target().reserve(Counter.FOLDER_ID, 10);
        assertThat(target().reserve(Counter.FOLDER_ID, 10)).isEqualTo(first + 10);
    }

    @Test
    default void leavesNoLockBehind() throws SQLException {
        create(Users.german(Names.next()));
        assertThat(Databases.number(
                        lane(),
                        "SELECT COUNT(*) FROM del_user WHERE cid = 0 AND id = ?",
                        settings().context()))
                .isZero();
    }

    private Claims create(UserSpec spec) {
        TargetPlan.Create plan = plan(spec);
        assertThat(target().apply(List.of(plan)).get(spec.key())).isEqualTo(StepOutcome.Done.plainly());
        return plan.claims();
    }

    private void apply(UserSpec spec, Claims claims, List<FieldChange> changes) {
        assertThat(target().apply(List.of(new TargetPlan.Change(spec, claims, changes)))
                        .get(spec.key()))
                .isEqualTo(StepOutcome.Done.plainly());
    }

    private TargetPlan.Create plan(UserSpec spec) {
        return new TargetPlan.Create(spec, GroupwareContract.claims(target(), spec));
    }

    private TargetState.Present state(UserSpec spec) {
        return (TargetState.Present) target().read(List.of(spec.key())).get(spec.key());
    }

    private static UserSpec named(UserSpec spec, String displayName) {
        return spec.with(Field.DISPLAYNAME, List.of(displayName));
    }

    private static FieldChange to(UserSpec spec, Field field, String value) {
        return new FieldChange(field, spec.values().getOrDefault(field, List.of()), List.of(value));
    }

    private static ErrorCode problem(StepOutcome outcome) {
        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        return ((StepOutcome.Failed) outcome).problem().code();
    }

    private String folderName(Claims claims, GroupwareFolder folder) {
        try {
            return Databases.text(
                    lane(),
                    "SELECT fname FROM oxfolder_tree WHERE cid = ? AND fuid = ?",
                    settings().context(),
                    claims.folderId(folder));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private long count(String table, String column, Object value) throws SQLException {
        return Databases.number(
                lane(),
                "SELECT COUNT(*) FROM " + table + " WHERE cid = ? AND " + column + " = ?",
                settings().context(),
                value);
    }
}
