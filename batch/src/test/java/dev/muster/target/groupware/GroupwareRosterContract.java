package dev.muster.target.groupware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.SiteKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Roster;
import dev.muster.target.RosterContract;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the groupware's roster promises beyond the port, wherever its tables are. */
interface GroupwareRosterContract extends RosterContract {
    SiteKey SITE_KEY = new SiteKey(new byte[32]);

    GroupwareTarget target();

    GroupwareSettings settings();

    /** A lane of the test's own, to look at rows. */
    SqlLane lane();

    @Override
    default Roster roster() {
        return target().roster().orElseThrow();
    }

    @Override
    default RosterClaims claims(ObjectKey.Kind kind) {
        return new RosterClaims(0, target().reserve(Counter.PRINCIPAL_ID, 1));
    }

    @Override
    default String freshName() {
        return Names.next();
    }

    @Override
    default void prepare(List<ObjectKey> people) {
        List<TargetPlan> plans = new ArrayList<>();
        for (ObjectKey person : people) {
            UserSpec spec = Users.german(person.name());
            plans.add(new TargetPlan.Create(spec, GroupwareContract.claims(target(), spec)));
        }
        assertThat(target().apply(plans).values()).allMatch(StepOutcome.Done.class::isInstance);
    }

    @Test
    default void idsOfGroupsResourcesAndUsersComeFromOneSequence() {
        long user = target().reserve(Counter.USER_ID, 1);
        assertThat(target().reserve(Counter.PRINCIPAL_ID, 1)).isEqualTo(user + 1);
    }

    @Test
    default void somebodyUnknownMakesTheWholeGroupFail() {
        ObjectKey known = person();
        ObjectKey group = ObjectKey.group(freshName());
        Set<ObjectKey> members = Set.of(known, new ObjectKey(ObjectKey.Kind.USER, "nobody" + freshName()));
        StepOutcome outcome = create(group, claims(group.kind()), members);
        assertThat(((StepOutcome.Failed) outcome).problem().code()).isEqualTo(ErrorCode.MEMBER_UNKNOWN);
        assertThat(roster().read(List.of(group))).containsEntry(group, new RosterState.Absent());
        assertThat(roster().membershipsOf(List.of(known))).containsEntry(known, Set.of());
    }

    @Test
    default void aGroupWithoutADisplayNameIsCalledByItsName() throws SQLException {
        ObjectKey group = ObjectKey.group(freshName());
        long id = made(group, Set.of());
        assertThat(text("SELECT displayName FROM `groups` WHERE cid = ? AND id = ?", id))
                .isEqualTo(group.name());
    }

    @Test
    default void aResourceIsAvailableUnlessSaidOtherwise() throws SQLException {
        ObjectKey resource = ObjectKey.resource(freshName());
        long id = made(resource, Set.of());
        assertThat(number("SELECT available FROM resource WHERE cid = ? AND id = ?", id))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM resource WHERE mail IS NULL AND cid = ? AND id = ?", id))
                .isEqualTo(1);
    }

    @Test
    default void aMembershipStampsTheGroupItsMemberAndItsFolders() throws SQLException {
        ObjectKey person = person();
        ObjectKey group = ObjectKey.group(freshName());
        long id = made(group, Set.of());
        grant(15, id, 0);
        forget(id, person);
        apply(RosterPlan.Change.coming(ORIGIN, group, Set.of(person)));
        assertThat(number("SELECT lastModified FROM `groups` WHERE cid = ? AND id = ?", id))
                .isPositive();
        assertThat(number("SELECT changing_date FROM prg_contacts WHERE cid = ? AND userid = ?", userId(person)))
                .isPositive();
        assertThat(number("SELECT changing_date FROM oxfolder_tree WHERE cid = ? AND fuid = ?", 15))
                .isPositive();
    }

    @Test
    default void whatIsThereAlreadyIsNotStamped() throws SQLException {
        ObjectKey person = person();
        ObjectKey group = ObjectKey.group(freshName());
        long id = made(group, Set.of(person));
        forget(id, person);
        apply(RosterPlan.Change.coming(ORIGIN, group, Set.of(person)));
        assertThat(number("SELECT lastModified FROM `groups` WHERE cid = ? AND id = ?", id))
                .isZero();
    }

    @Test
    default void aDeletedGroupLeavesATombstoneAndNoRights() throws SQLException {
        ObjectKey person = person();
        ObjectKey group = ObjectKey.group(freshName());
        long id = made(group, Set.of(person));
        grant(15, id, 0);
        apply(new RosterPlan.Delete(ORIGIN, group));
        assertThat(text("SELECT identifier FROM del_groups WHERE cid = ? AND id = ?", id))
                .isEqualTo(group.name());
        assertThat(number("SELECT COUNT(*) FROM groups_member WHERE cid = ? AND id = ?", id))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM oxfolder_permissions WHERE cid = ? AND permission_id = ?", id))
                .isZero();
    }

    @Test
    default void aFolderThatOnlyTheGroupAdministratedGoesToTheAdministrator() throws SQLException {
        ObjectKey group = ObjectKey.group(freshName());
        long id = made(group, Set.of());
        grant(9, id, 1);
        apply(new RosterPlan.Delete(ORIGIN, group));
        assertThat(number(
                        "SELECT COUNT(*) FROM oxfolder_permissions WHERE fuid = 9 AND admin_flag = 1"
                                + " AND cid = ? AND permission_id = ?",
                        2))
                .isEqualTo(1);
    }

    @Test
    default void aDeletedResourceLeavesATombstoneThatGoesWhenItIsMadeAgain() throws SQLException {
        ObjectKey resource = ObjectKey.resource(freshName());
        RosterClaims claims = claims(resource.kind());
        create(resource, claims, Set.of());
        apply(new RosterPlan.Delete(ORIGIN, resource));
        String tombstones = "SELECT COUNT(*) FROM del_resource WHERE cid = ? AND id = ?";
        assertThat(number(tombstones, claims.principalId())).isEqualTo(1);
        create(resource, claims, Set.of());
        assertThat(number(tombstones, claims.principalId())).isZero();
    }

    @Test
    default void everyNewUserIsInTheDefaultGroupWithoutBeingListed() throws SQLException {
        ObjectKey person = person();
        assertThat(number("SELECT COUNT(*) FROM groups_member WHERE id = 1 AND cid = ? AND member = ?", userId(person)))
                .isEqualTo(1);
    }

    private ObjectKey person() {
        ObjectKey person = new ObjectKey(ObjectKey.Kind.USER, freshName());
        prepare(List.of(person));
        return person;
    }

    private long made(ObjectKey key, Set<ObjectKey> members) {
        RosterClaims claims = claims(key.kind());
        assertThat(create(key, claims, members)).isEqualTo(StepOutcome.Done.plainly());
        return claims.principalId();
    }

    private StepOutcome create(ObjectKey key, RosterClaims claims, Set<ObjectKey> members) {
        SortedMap<Field, List<String>> nothing = new TreeMap<>();
        RosterPlan plan = new RosterPlan.Create(new RosterSpec(ORIGIN, key, nothing, members), claims);
        return roster().apply(List.of(plan)).get(key);
    }

    private void apply(RosterPlan plan) {
        assertThat(roster().apply(List.of(plan))).containsEntry(plan.key(), StepOutcome.Done.plainly());
    }

    private void grant(long folder, long group, int admin) throws SQLException {
        lane().inTransaction(session -> session.update(
                "INSERT INTO " + FolderRows.PERMISSION + " VALUES (?, ?, ?, 4, 4, 4, 4, ?, 1, 0)",
                List.of(settings().context(), folder, group, admin)));
    }

    /** Takes the stamps of the group, of the person and of the folder 15 back to the beginning of time. */
    private void forget(long group, ObjectKey person) throws SQLException {
        long user = userId(person);
        int context = settings().context();
        lane().inTransaction(session -> {
            session.update("UPDATE `groups` SET lastModified = 0 WHERE cid = ? AND id = ?", List.of(context, group));
            session.update(
                    "UPDATE prg_contacts SET changing_date = 0 WHERE cid = ? AND userid = ?", List.of(context, user));
            return session.update(
                    "UPDATE oxfolder_tree SET changing_date = 0 WHERE cid = ? AND fuid = 15", List.of(context));
        });
    }

    private long userId(ObjectKey person) throws SQLException {
        return Databases.number(
                lane(),
                "SELECT id FROM login2user WHERE cid = ? AND uid = ?",
                settings().context(),
                person.name());
    }

    private long number(String sql, long id) throws SQLException {
        return Databases.number(lane(), sql, settings().context(), id);
    }

    private String text(String sql, long id) throws SQLException {
        return Databases.text(lane(), sql, settings().context(), id);
    }
}
