package dev.muster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.UserName;
import dev.muster.target.memory.MemoryTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupImportTest {
    private static final String HEADER = "groupname,resourcename,resourcegroupname,members,displayname,mail\n";
    private static final ObjectKey SALES = ObjectKey.group("sales");

    @TempDir
    Path folder;

    private ImportFixture site;

    @BeforeEach
    void people() {
        site = new ImportFixture(folder);
        site.imported("username,surname,mail,language,password\n"
                + IntStream.range(0, 12)
                        .mapToObj(i -> "user%d,Muster,user%d@test.tux,DE,geheim\n".formatted(i, i))
                        .collect(Collectors.joining()));
    }

    @Test
    void bringsGroupsAndResourcesIntoDirectoryAndGroupware() {
        Totals totals =
                site.imported(HEADER + "sales,,,\"user1,user2\",Sales,\n,,rooms,room1,,\n,room1,,,Room,r@test.tux\n");
        assertThat(totals.created()).isEqualTo(3);
        assertThat(totals.exact()).isTrue();
        assertThat(members(site.ldap, SALES)).containsExactlyInAnyOrder("user1", "user2");
        assertThat(members(site.groupware, SALES)).containsExactlyInAnyOrder("user1", "user2");
        assertThat(members(site.ldap, ObjectKey.resourceGroup("rooms"))).containsExactly("room1");
        assertThat(state(site.groupware, ObjectKey.resource("room1")).first(Field.MAIL))
                .contains("r@test.tux");
    }

    @Test
    void changesNothingWhenTheSameFeedComesAgain() {
        String feed = HEADER + "sales,,,\"user1,user2\",Sales,\n,,rooms,room1,,\n,room1,,,Room,r@test.tux\n";
        site.imported(feed);
        Totals again = site.imported(feed);
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.exact()).isTrue();
    }

    @Test
    void membersMayBePeopleOfTheSameFeed() {
        Totals totals = site.imported("""
                dn: cn=sales,ou=groups,dc=test,dc=tux
                objectClass: posixGroup
                cn: sales
                gidNumber: 4711
                memberUid: newcomer

                dn: uid=newcomer,ou=people,dc=test,dc=tux
                objectClass: inetOrgPerson
                uid: newcomer
                cn: New Comer
                sn: Comer
                mail: newcomer@test.tux

                """);
        assertThat(totals.created()).isEqualTo(2);
        assertThat(members(site.ldap, SALES)).containsExactly("newcomer");
    }

    @Test
    void rejectsAGroupWithAMemberWhomNobodyKnows() {
        Totals totals = site.imported(HEADER + "sales,,,\"user1,nobody\",,\nother,,,user1,,\n");
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(totals.created()).isEqualTo(1);
        assertThat(totals.exact()).isTrue();
        assertThat(site.ldap.groups().read(List.of(SALES)).get(SALES)).isEqualTo(new RosterState.Absent());
    }

    @Test
    void leavesWhomSomebodyElseAddedAndRemovesWhomTheFeedNoLongerNames() {
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        addByHand("user9");
        Totals totals = site.imported(HEADER + "sales,,,\"user1,user3\",,\n");
        assertThat(totals.updated()).isEqualTo(1);
        assertThat(members(site.ldap, SALES)).containsExactlyInAnyOrder("user1", "user3", "user9");
    }

    @Test
    void aCompleteFeedRulesOverAllMembers() {
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        addByHand("user9");
        site.completeMembers = true;
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        assertThat(members(site.ldap, SALES)).containsExactlyInAnyOrder("user1", "user2");
    }

    @Test
    void aBlankCellKeepsTheMembersAndTheTokenTakesThoseOfTheSource() {
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        addByHand("user9");
        assertThat(site.imported(HEADER + "sales,,,,,\n").unchanged()).isEqualTo(1);
        site.imported(HEADER + "sales,,,-clear-,,\n");
        assertThat(members(site.ldap, SALES)).containsExactly("user9");
    }

    @Test
    void takesOnlyWhatItGaveToAGroupThatWasThereBefore() {
        site.ldap
                .groups()
                .apply(List.of(new RosterPlan.Create(
                        new RosterSpec(Origin.wholeFile("hand"), SALES, new TreeMap<>(), Set.of(user("user9"))),
                        new RosterClaims(5, 0))));
        Totals totals = site.imported(HEADER + "sales,,,user1,,\n");
        assertThat(totals.updated()).isEqualTo(1);
        assertThat(members(site.ldap, SALES)).containsExactlyInAnyOrder("user9", "user1");
        assertThat(members(site.groupware, SALES)).containsExactly("user1");
        assertThat(site.imported(HEADER + "sales,,,user1,,\n").unchanged()).isEqualTo(1);
    }

    @Test
    void neverTouchesThePrimaryGroup() {
        Totals totals = site.imported(HEADER + "users,,,user1,Everybody,\n");
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(site.imported("groupname,members\nusers,user1\n").unchanged())
                .isEqualTo(1);
    }

    @Test
    void aRefusedGroupGoesToNoLaterTargetAndIsMadeWholeByTheNextImport() {
        Problem no = new Problem(new Origin("users.csv", 2, 1), ErrorCode.GROUPWARE_REFUSED, "", "No.", "Ask.");
        site.groupware.groups().refuse(SALES, new StepOutcome.Failed(no));
        Totals totals = site.imported(HEADER + "sales,,,user1,,\nother,,,user1,,\n");
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(totals.created()).isEqualTo(1);
        site.groupware.groups().accept(SALES);
        assertThat(site.imported(HEADER + "sales,,,user1,,\n").updated()).isEqualTo(1);
        assertThat(members(site.groupware, SALES)).containsExactly("user1");
    }

    @Test
    void goesOnWithTheGroupsWhereItWasStopped() {
        String feed = HEADER
                + IntStream.range(0, 35)
                        .mapToObj("group%d,,,user1,,\n"::formatted)
                        .collect(Collectors.joining());
        StopSwitch stop = new StopSwitch();
        Run run = site.begin(feed);
        site.groupware.groups().onApply(stop::stop);
        assertThat(site.execute(run, feed, stop)).isInstanceOf(Ending.Stopped.class);
        assertThat(site.totals(run).created()).isEqualTo(10);
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Complete.class);
        assertThat(site.totals(run).created()).isEqualTo(35);
        assertThat(site.totals(run).exact()).isTrue();
    }

    @Test
    void anAddressThatAPersonHoldsIsAConflict() {
        Totals totals = site.imported(HEADER + ",room1,,,Room,user1@test.tux\n");
        assertThat(totals.rejected()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatLeadsIsNotWritten() {
        site.directoryLeads = true;
        Totals totals = site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        assertThat(totals.created()).isEqualTo(1);
        assertThat(members(site.groupware, SALES)).containsExactlyInAnyOrder("user1", "user2");
        assertThat(site.ldap.groups().read(List.of(SALES)).get(SALES)).isEqualTo(new RosterState.Absent());
    }

    @Test
    void whoWasTakenFromOneTargetAloneIsTakenFromTheOthersLater() {
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        site.only = Set.of(TargetName.LDAP);
        site.imported(HEADER + "sales,,,user1,,\n");
        assertThat(members(site.groupware, SALES)).containsExactlyInAnyOrder("user1", "user2");
        site.only = Set.of(TargetName.values());
        assertThat(site.imported(HEADER + "sales,,,user1,,\n").updated()).isEqualTo(1);
        assertThat(members(site.groupware, SALES)).containsExactly("user1");
    }

    @Test
    void aNamesakeOfADeletedMemberIsNotTheSourcesToTakeAway() {
        site.imported(HEADER + "sales,,,\"user1,user2\",,\n");
        site.ledger.claims().giveUp(UserName.of("user2"), Optional.empty());
        site.imported(HEADER + "sales,,,user1,,\n");
        assertThat(members(site.ldap, SALES)).containsExactlyInAnyOrder("user1", "user2");
    }

    @Test
    void aMemberWhoCouldNotBeMadeIsLeftOutAndTheGroupIsFedAgain() {
        ObjectKey newcomer = user("newcomer");
        Problem no = new Problem(new Origin("people.ldif", 7, 2), ErrorCode.LDAP_REFUSED, "", "No.", "Ask.");
        site.ldap.refuse(newcomer, new StepOutcome.Failed(no));
        String feed = """
                dn: cn=sales,ou=groups,dc=test,dc=tux
                objectClass: posixGroup
                cn: sales
                memberUid: newcomer
                memberUid: user1

                dn: uid=newcomer,ou=people,dc=test,dc=tux
                objectClass: inetOrgPerson
                uid: newcomer
                sn: Comer
                mail: newcomer@test.tux

                """;
        assertThat(site.imported(feed).failed()).isEqualTo(2);
        assertThat(members(site.ldap, SALES)).containsExactly("user1");
        site.ldap.accept(newcomer);
        assertThat(site.imported(feed).failed()).isZero();
        assertThat(members(site.groupware, SALES)).containsExactlyInAnyOrder("user1", "newcomer");
    }

    private void addByHand(String name) {
        for (MemoryTarget target : List.of(site.ldap, site.groupware)) {
            target.groups()
                    .apply(List.of(RosterPlan.Change.coming(Origin.wholeFile("hand"), SALES, Set.of(user(name)))));
        }
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }

    private static RosterState.Present state(MemoryTarget target, ObjectKey key) {
        return (RosterState.Present) target.groups().read(List.of(key)).get(key);
    }

    private static List<String> members(MemoryTarget target, ObjectKey key) {
        return state(target, key).members().stream().map(ObjectKey::name).toList();
    }
}
