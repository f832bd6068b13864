package dev.muster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.AccountField;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.memory.MemoryTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountImportTest {
    private static final String HEADER = "accountname,primaryaddress,addresses,users,groups,takeover,follow\n";
    private static final ObjectKey INFO = ObjectKey.account("info");
    private static final MailAddress ADDRESS = MailAddress.of("info@test.tux");

    @TempDir
    Path folder;

    private ImportFixture site;

    @BeforeEach
    void people() {
        site = new ImportFixture(folder);
        site.imported("username,surname,mail,alias,language,password\n"
                + IntStream.range(0, 8)
                        .mapToObj(i -> "user%d,Muster,user%d@test.tux,old%d@test.tux,DE,geheim\n".formatted(i, i, i))
                        .collect(Collectors.joining()));
        site.imported("groupname,members\nsales,\"user1,user2\"\nhelp,\"user2,user3\"\n");
    }

    @Test
    void anAccountGetsObjectMailboxRightsRowsAndSenders() {
        Totals totals = site.imported(HEADER + row("info", "user0:viewer", "sales"));
        assertThat(totals.created()).isEqualTo(1);
        assertThat(totals.exact()).isTrue();
        assertThat(entry().primary()).isEqualTo(ADDRESS);
        assertThat(entry().members()).containsExactlyInAnyOrder(user("user0"), user("user1"), user("user2"));
        assertThat(site.imap.read(List.of(user("info"))).get(user("info"))).isInstanceOf(TargetState.Present.class);
        assertThat(site.imap.letIn("info"))
                .isEqualTo(Map.of("user0", MailboxRole.VIEWER, "user1", MailboxRole.AGENT, "user2", MailboxRole.AGENT));
        assertThat(members()).containsExactly("user0", "user1", "user2");
        assertThat(rowOf("user0").transport()).isEmpty();
        assertThat(rowOf("user1").transport()).isPresent();
        assertThat(rowOf("user1").settings().text(AccountField.LOGIN)).contains("user1/info@test.tux");
        assertThat(senders()).containsExactly("info@test.tux user1", "info@test.tux user2");
    }

    @Test
    void aLoginMayAskTheDirectory() {
        site.ldap.accounts().put(user("user0"), Map.of("dn", "uid=user0"));
        String feed = "accountname,primaryaddress,login,users\ninfo,info@test.tux,{{dn}}*{{fa_name}},%s\n";
        assertThat(site.imported(feed.formatted("user0")).created()).isEqualTo(1);
        assertThat(rowOf("user0").settings().text(AccountField.LOGIN)).contains("uid=user0*info");
        assertThat(site.imported(feed.formatted("user0")).unchanged()).isEqualTo(1);
        assertThat(site.imported(feed.formatted("\"user0,user4\"")).failed()).isEqualTo(1);
        assertThat(members()).containsExactly("user0");
    }

    @Test
    void theSameFeedAgainChangesNothing() {
        String feed = HEADER + row("info", "user0:viewer", "sales") + row("support", "user4:send-only", "");
        site.imported(feed);
        long writes = writes();
        Totals again = site.imported(feed);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.exact()).isTrue();
        assertThat(writes()).isEqualTo(writes);
    }

    @Test
    void whoIsInSeveralGroupsHasTheRightsOfAllHerRoles() {
        site.imported(HEADER + row("info", "user1:viewer", "\"sales:editor,help:manager\""));
        assertThat(site.imap.letIn("info"))
                .isEqualTo(Map.of(
                        "user1", MailboxRole.EDITOR, "user2", MailboxRole.MANAGER, "user3", MailboxRole.MANAGER));
        assertThat(members()).containsExactly("user1", "user2", "user3");
    }

    @Test
    void rolesOfWhichNoneHasAllRightsAreAddedUp() {
        site.imported(HEADER + row("info", "user1:viewer", "sales:send-only"));
        assertThat(site.imap.letIn("info").get("user1").id()).isEqualTo("viewer+send-only");
        assertThat(senders()).containsExactly("info@test.tux user1", "info@test.tux user2");
        assertThat(members()).containsExactly("user1");
    }

    @Test
    void theGroupOfEverybodyIsEverybody() {
        site.imported(HEADER + row("info", "", "*:viewer"));
        assertThat(members()).hasSize(8);
        assertThat(senders()).isEmpty();
    }

    @Test
    void groupsAreFollowedByLaterImportsWithoutAccounts() {
        site.imported(HEADER + row("info", "user0", "sales"));
        long number = rowOf("user1").id();
        Totals totals = site.imported("groupname,members\nsales,\"user1,user5\"\n");
        assertThat(members()).containsExactly("user0", "user1", "user5");
        assertThat(rowOf("user1").id()).isEqualTo(number);
        assertThat(site.imap.letIn("info")).containsOnlyKeys("user0", "user1", "user5");
        assertThat(senders()).containsExactly("info@test.tux user0", "info@test.tux user1", "info@test.tux user5");
        assertThat(entry().members()).doesNotContain(user("user2"));
        assertThat(totals.updated()).isEqualTo(2);
        assertThat(totals.followed()).isEqualTo(1);
        assertThat(totals.exact()).isTrue();
        assertThat(site.imported("groupname,members\nsales,\"user1,user5\"\n"))
                .satisfies(again -> assertThat(again.unchanged()).isEqualTo(1))
                .satisfies(again -> assertThat(again.followed()).isZero());
    }

    @Test
    void groupsThatChangeInTheFeedOfTheAccountsAreLookedAtAfterwards() {
        String accounts = """
                dn: cn=info,dc=test,dc=tux
                objectClass: oxFunctionalAccount
                cn: info
                mailPrimaryAddress: info@test.tux
                uniqueMember: cn=sales,ou=groups,dc=test,dc=tux

                """;
        site.imported(accounts + group("user1"));
        assertThat(members()).containsExactly("user1");
        Totals totals = site.imported(accounts + group("user7"));
        assertThat(members()).containsExactly("user7");
        assertThat(totals.updated()).isEqualTo(2);
        assertThat(totals.exact()).isTrue();
    }

    @Test
    void groupsAreResolvedOnceWhereThatIsWished() {
        String feed = HEADER + "info,info@test.tux,,,sales,,no\n";
        site.imported(feed);
        site.imported("groupname,members\nsales,\"user5\"\n");
        assertThat(members()).containsExactly("user1", "user2");
        assertThat(site.imported(feed).unchanged()).isEqualTo(1);
        assertThat(members()).containsExactly("user1", "user2");
    }

    @Test
    void aChangedRoleReplacesTheRightsAndKeepsTheRow() {
        site.imported(HEADER + row("info", "user0,user1", ""));
        long number = rowOf("user0").id();
        assertThat(site.imported(HEADER + row("info", "user0:viewer,user1:send-only", ""))
                        .updated())
                .isEqualTo(1);
        assertThat(rowOf("user0").id()).isEqualTo(number);
        assertThat(rowOf("user0").transport()).isEmpty();
        assertThat(members()).containsExactly("user0");
        assertThat(entry().members()).containsExactly(user("user0"));
        assertThat(senders()).containsExactly("info@test.tux user1");
    }

    @Test
    void whoIsNoLongerNamedLosesAllAndWhomSomebodyElseLetInStays() {
        site.imported(HEADER + row("info", "user0,user1", ""));
        AccountEntry before = entry();
        site.ldap
                .accounts()
                .apply(List.of(new AccountEntryPlan.Change(
                        Origin.wholeFile("hand"),
                        before,
                        before.withMembers(Set.of(user("user0"), user("user1"), user("user6"))))));
        site.imported(HEADER + row("info", "user1", ""));
        assertThat(members()).containsExactly("user1");
        assertThat(site.imap.letIn("info")).containsOnlyKeys("user1");
        assertThat(entry().members()).containsExactlyInAnyOrder(user("user1"), user("user6"));
        assertThat(senders()).containsExactly("info@test.tux user1");
    }

    @Test
    void aBlankCellKeepsAddressesAndMembers() {
        site.imported(HEADER + "info,info@test.tux,hello@test.tux,user0,sales,,\n");
        assertThat(site.imported(HEADER + "info,,,,,,\n").unchanged()).isEqualTo(1);
    }

    @Test
    void anotherDefaultAddressKeepsTheNumbersOfTheRows() {
        site.imported(HEADER + row("info", "user0", ""));
        long number = rowOf("user0").id();
        assertThat(site.imported(HEADER + "info,post@test.tux,,user0,,,\n").updated())
                .isEqualTo(1);
        assertThat(rowOf("user0").id()).isEqualTo(number);
        assertThat(rowOf("user0").address()).isEqualTo("post@test.tux");
        assertThat(senders()).containsExactly("post@test.tux user0");
    }

    @Test
    void anAliasOfSomebodyIsAConflictThatNamesHer() {
        Totals totals = site.imported(HEADER + "info,old3@test.tux,,user0,,,\n");
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(problem(ErrorCode.ADDRESS_HELD)).contains("user3").contains("takeover");
        assertThat(site.imap.read(List.of(user("info"))).get(user("info"))).isInstanceOf(TargetState.Absent.class);
    }

    @Test
    void anAliasIsTakenOverOnRequest() {
        Totals totals = site.imported(HEADER + "info,old3@test.tux,old4@test.tux,user0,,yes,\n");
        assertThat(totals.created()).isEqualTo(1);
        for (MemoryTarget target : List.of(site.ldap, site.groupware)) {
            assertThat(aliases(target, "user3")).doesNotContain("old3@test.tux");
            assertThat(aliases(target, "user4")).doesNotContain("old4@test.tux");
            assertThat(aliases(target, "user5")).contains("old5@test.tux");
        }
        assertThat(senders()).containsExactly("old3@test.tux user0", "old4@test.tux user0");
        assertThat(site.imported(HEADER + "info,old3@test.tux,old4@test.tux,user0,,yes,\n")
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void aPrimaryAddressIsNeverTakenOver() {
        assertThat(site.imported(HEADER + "info,user3@test.tux,,user0,,yes,\n").rejected())
                .isEqualTo(1);
        assertThat(problem(ErrorCode.ADDRESS_HELD)).contains("user3").contains("primary address");
    }

    @Test
    void twoAccountsCannotHaveOneAddress() {
        site.imported(HEADER + "info,info@test.tux,hello@test.tux,user0,,,\n");
        assertThat(site.imported(HEADER + "post,hello@test.tux,,user0,,yes,\n").rejected())
                .isEqualTo(1);
        assertThat(problem(ErrorCode.ADDRESS_HELD)).contains("account info");
    }

    @Test
    void aMailboxOfAPersonIsNoAccounts() {
        assertThat(site.imported(HEADER + "user3,info@test.tux,,user0,,,\n").rejected())
                .isEqualTo(1);
        assertThat(problem(ErrorCode.NOT_OURS)).contains("user user3");
    }

    @Test
    void aMailboxThatIsThereAlreadyIsTakenOverOnRequestOnly() {
        site.imap.put(user("info"), new TreeMap<>(Map.of(Field.SENT_FOLDER, List.of("Sent"))));
        assertThat(site.imported(HEADER + row("info", "user0", "")).rejected()).isEqualTo(1);
        assertThat(problem(ErrorCode.NOT_OURS)).contains("--adopt=mailbox");
        site.adopt = Set.of("mailbox");
        assertThat(site.imported(HEADER + row("info", "user0", "")).created()).isEqualTo(1);
    }

    @Test
    void whereNoMailboxIsWrittenItHasToBeThere() {
        site.only = Set.of(TargetName.LDAP, TargetName.GROUPWARE);
        assertThat(site.imported(HEADER + row("info", "user0", "")).rejected()).isEqualTo(1);
        assertThat(problem(ErrorCode.NOT_THERE)).contains("no mailbox info");
        site.imap.put(user("info"), new TreeMap<>(Map.of(Field.SENT_FOLDER, List.of("Sent"))));
        assertThat(site.imported(HEADER + row("info", "user0", "")).created()).isEqualTo(1);
        assertThat(members()).containsExactly("user0");
    }

    @Test
    void aMemberWhomNobodyKnowsRejectsTheRow() {
        assertThat(site.imported(HEADER + row("info", "user0,nobody", "nogroup"))
                        .rejected())
                .isEqualTo(1);
        assertThat(problem(ErrorCode.MEMBER_UNKNOWN)).contains("user nobody").contains("group nogroup");
    }

    @Test
    void whoHasAnOrdinaryAccountOfTheAddressIsLeftOutAndNamed() {
        site.groupware.shared().ordinary(user("user1"), ADDRESS);
        Totals totals = site.imported(HEADER + row("info", "user0,user1,user2", ""));
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(members()).containsExactly("user0", "user2");
        assertThat(senders()).containsExactly("info@test.tux user0", "info@test.tux user2");
        assertThat(problem(ErrorCode.ADDRESS_HELD)).contains("ordinary account");
    }

    @Test
    void aRefusedAccountGoesToNoLaterStepAndIsMadeWholeByTheNextImport() {
        Problem no = new Problem(new Origin("users.csv", 2, 1), ErrorCode.IMAP_REFUSED, "", "No.", "Ask.");
        site.imap.refuse(user("info"), new StepOutcome.Failed(no));
        Totals totals = site.imported(HEADER + row("info", "user0", "") + row("support", "user0", ""));
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(totals.created()).isEqualTo(1);
        assertThat(members()).isEmpty();
        site.imap.accept(user("info"));
        assertThat(site.imported(HEADER + row("info", "user0", "")).updated()).isEqualTo(1);
        assertThat(members()).containsExactly("user0");
    }

    @Test
    void goesOnWithTheAccountsWhereItWasStopped() {
        String feed = HEADER
                + IntStream.range(0, 25)
                        .mapToObj(i -> "acc%d,acc%d@test.tux,,user0,,,\n".formatted(i, i))
                        .collect(Collectors.joining());
        StopSwitch stop = new StopSwitch();
        Run run = site.begin(feed);
        site.groupware.shared().onApply(stop::stop);
        assertThat(site.execute(run, feed, stop)).isInstanceOf(Ending.Stopped.class);
        assertThat(site.totals(run).created()).isEqualTo(1);
        assertThat(site.execute(run, feed, new StopSwitch())).isInstanceOf(Ending.Complete.class);
        assertThat(site.totals(run).created()).isEqualTo(25);
        assertThat(site.totals(run).exact()).isTrue();
    }

    @Test
    void theCommandsFindHowTheAccountIsWanted() {
        site.imported(HEADER + row("info", "user0", ""));
        assertThat(site.ledger.sharedAccounts().find(1, ADDRESS))
                .get()
                .satisfies(account ->
                        assertThat(account.settings().text(AccountField.NAME)).contains("info"));
    }

    private static String row(String name, String users, String groups) {
        return "%s,%s@test.tux,,\"%s\",%s,,\n".formatted(name, name, users, groups);
    }

    private static String group(String member) {
        return """
                dn: cn=sales,ou=groups,dc=test,dc=tux
                objectClass: posixGroup
                cn: sales
                memberUid: %s

                """.formatted(member);
    }

    private AccountEntry entry() {
        return site.ldap.accounts().read(List.of(INFO)).get(INFO).orElseThrow();
    }

    private List<String> members() {
        return site.groupware.shared().rows().stream()
                .filter(row -> row.address().equals("info@test.tux"))
                .map(row -> person(row))
                .sorted()
                .toList();
    }

    private AttachedAccount rowOf(String name) {
        return site.groupware.shared().rows().stream()
                .filter(row -> person(row).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String person(AttachedAccount row) {
        return site.groupware
                .shared()
                .names(List.of(row.user()))
                .get(row.user())
                .name();
    }

    private List<String> senders() {
        return site.senders();
    }

    private long writes() {
        return Stream.of(site.ldap, site.groupware, site.imap)
                        .mapToLong(MemoryTarget::writes)
                        .sum()
                + site.groupware.shared().writes()
                + site.ldap.accounts().writes();
    }

    private static List<String> aliases(MemoryTarget target, String name) {
        return ((TargetState.Present) target.read(List.of(user(name))).get(user(name))).values(Field.ALIAS);
    }

    private String problem(ErrorCode code) {
        return site.problems(code);
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }
}
