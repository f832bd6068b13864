package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.legacy.RosterServers.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The commands for groups and resources on slapd and MariaDB, in both layouts. */
class RosterCommandsIT {
    @Nested
    class OnTheSitesLayout extends Commands {
        OnTheSitesLayout() {
            super("MUSTER_CONFIG", "DB_NAME");
        }
    }

    @Nested
    class OnLayout7106 extends Commands {
        OnLayout7106() {
            super("MUSTER_CONFIG_7106", "DB_NAME_7106");
        }
    }

    /** Words, the status they end with, and a part of what is said. */
    private record Wrong(String call, int status, String message) {}

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Commands {
        private static final String WHO = " --adminuser=mailadmin --adminpasswd=secret ";

        private static final List<Wrong> WRONG = List.of(
                new Wrong("addgroup --groupname=new", 64, "--members"),
                new Wrong("addgroup --members=sm", 64, "--groupname"),
                new Wrong("addgroup --groupname=new --members=", 64, "--members"),
                new Wrong("addgroup --groupname=new --members=,", 64, "at least one"),
                new Wrong("addgroup --groupname= --members=sm", 64, "--groupname"),
                new Wrong("addgroup --groupname=new --groupname=other --members=sm", 64, "twice"),
                new Wrong("addgroup --groupname=new --members=sm --colour=red", 64, "--colour"),
                new Wrong("addgroup --groupname=a*)(cn=* --members=sm", 64, "is no name of a group"),
                new Wrong("addgroup --groupname=x,ou=people --members=sm", 64, "is no name of a group"),
                new Wrong("addgroup --groupname=x';DROP --members=sm", 64, "is no name of a group"),
                new Wrong("addgroup --groupname=" + "x".repeat(129) + " --members=sm", 64, "is no name of a group"),
                new Wrong("addgroup --groupname=Gr\u00f6\u00dfe --members=sm", 64, "is no name of a group"),
                new Wrong("addgroup --groupname=new --members=nobody", 5, "There is no user nobody"),
                new Wrong("addgroup --groupname=new --members=sm,nobody,none", 5, "no user nobody, none"),
                new Wrong("addgroup --groupname=new --members=*", 5, "There is no user *"),
                new Wrong("addgroup --groupname=new --members=sm)(uid=pm", 5, "There is no user sm)(uid=pm"),
                new Wrong("addgroup --groupname=wrongcalls --members=sm", 5, "exists already (LDAP, groupware)"),
                new Wrong("addgroup --groupname=WRONGCALLS --members=sm", 5, "exists already"),
                new Wrong("addgroup --groupname=users --members=sm", 5, "exists already"),
                new Wrong(
                        "addgroup --groupname=new --members=sm --displayname=" + "x".repeat(200),
                        1,
                        "Nothing is left of this call"),
                new Wrong("delgroup", 64, "--groupname"),
                new Wrong("delgroup --groupname=absent", 5, "does not exist"),
                new Wrong("delgroup --groupname=*", 5, "does not exist"),
                new Wrong("delgroup --groupname=users", 5, "primary group"),
                new Wrong("delgroup --groupname=wrongcalls --members=sm", 64, "--members"),
                new Wrong("addmembers2group --groupname=absent --members=sm", 5, "does not exist"),
                new Wrong("addmembers2group --groupname=wrongcalls", 64, "--members"),
                new Wrong("addmembers2group --groupname=wrongcalls --members=nobody", 5, "There is no user nobody"),
                new Wrong("addmembers2group --groupname=wrongcalls --members=pm,nobody", 5, "no user nobody"),
                new Wrong("addmembers2group --groupname=wrongcalls --members=sm", 5, "already: sm"),
                new Wrong("addmembers2group --groupname=users --members=sm", 5, "primary group"),
                new Wrong("delmembersfromgroup --groupname=absent --members=sm", 5, "does not exist"),
                new Wrong("delmembersfromgroup --groupname=wrongcalls --members=pm", 5, "Not in the group"),
                new Wrong("delmembersfromgroup --groupname=wrongcalls --members=sm,smtest", 5, "delgroup deletes it"),
                new Wrong("delmembersfromgroup --groupname=users --members=sm", 5, "primary group"),
                new Wrong("addresource", 64, "--resourcename"),
                new Wrong("addresource --resourcename=new --mail=nonsense", 64, "is no mail address"),
                new Wrong("addresource --resourcename=new --available=maybe", 64, "yes or no"),
                new Wrong("addresource --resourcename=new --members=sm", 64, "--members"),
                new Wrong("addresource --resourcename=a+b,c=d", 64, "is no name of a resource"),
                new Wrong("addresource --resourcename=new --mail=sm@test.tux", 5, "is taken by sm"),
                new Wrong("addresource --resourcename=wrongroom", 5, "exists already"),
                new Wrong("addresource --resourcename=new --mail=wrongroom@test.tux", 5, "taken by resource wrongroom"),
                new Wrong("addresource --resourcename=new --displayname=" + "x".repeat(200), 1, "Nothing is left"),
                new Wrong("delresource --resourcename=absent", 5, "does not exist"),
                new Wrong("delresource --groupname=wrongroom", 64, "--groupname"),
                new Wrong("addresourcegroup --resourcegroupname=new", 64, "--members"),
                new Wrong("addresourcegroup --resourcegroupname=new --members=absent", 5, "no resource absent"),
                new Wrong("addresourcegroup --resourcegroupname=new --members=sm", 5, "no resource sm"),
                new Wrong("addresourcegroup --resourcegroupname=wrongrooms --members=wrongroom", 5, "exists already"),
                new Wrong("delresourcegroup --resourcegroupname=absent", 5, "does not exist"),
                new Wrong("addmembers2resgroup --resourcegroupname=absent --members=wrongroom", 5, "does not exist"),
                new Wrong("addmembers2resgroup --resourcegroupname=wrongrooms --members=absent", 5, "no resource"),
                new Wrong("addmembers2resgroup --resourcegroupname=wrongrooms --members=wrongroom", 5, "already"),
                new Wrong("delmembersfromresgroup --resourcegroupname=wrongrooms --members=absent", 5, "Not in the"),
                new Wrong(
                        "delmembersfromresgroup --resourcegroupname=wrongrooms --members=wrongroom",
                        5,
                        "delresourcegroup deletes it"));

        private static final List<Wrong> WRONG_ADMINISTRATORS = List.of(
                new Wrong("delgroup --adminuser=mailadmin --adminpasswd=guessed --groupname=wrongcalls", 77, "wrong"),
                new Wrong(
                        "delgroup --adminuser=sm --adminpasswd=secret --groupname=wrongcalls", 77, "no administrator"),
                new Wrong("addgroup --adminuser=mailadmin --groupname=new --members=sm", 64, "--adminpasswd"),
                new Wrong("addresource --adminpasswd=secret --resourcename=new", 64, "--adminuser"));

        private final String configuration;
        private final String databaseVariable;
        private RosterServers servers;

        Commands(String configurationVariable, String databaseVariable) {
            this.configuration = RosterServers.environment(configurationVariable);
            this.databaseVariable = databaseVariable;
        }

        @BeforeAll
        void makePeople() throws LDAPException, SQLException {
            servers = RosterServers.of(databaseVariable);
            servers.person("sm", 900_001);
            servers.person("smtest", 900_002);
            servers.person("pm", 900_003);
            done("addgroup" + WHO + "--groupname=wrongcalls --members=sm,smtest");
            done("addresource" + WHO + "--resourcename=wrongroom --mail=wrongroom@test.tux");
            done("addresourcegroup" + WHO + "--resourcegroupname=wrongrooms --members=wrongroom");
        }

        @AfterAll
        void removePeople() throws LDAPException, SQLException {
            done("delgroup" + WHO + "--groupname=wrongcalls");
            done("delresourcegroup" + WHO + "--resourcegroupname=wrongrooms");
            done("delresource" + WHO + "--resourcename=wrongroom");
            servers.close();
        }

        @Test
        void theExamplesOfTheWhitepaperWorkAsPrinted() throws LDAPException, SQLException {
            done("addgroup --adminuser=mailadmin --adminpasswd=secret --groupname=testgroup --members=sm,smtest");
            assertMembers("sm", "smtest");
            done("addmembers2group --adminuser=mailadmin --adminpasswd=secret --groupname=testgroup --members=pm");
            assertMembers("pm", "sm", "smtest");
            done("delmembersfromgroup --adminuser=mailadmin --adminpasswd=secret --groupname=testgroup --members=pm");
            assertMembers("sm", "smtest");
            done("delgroup --adminuser=mailadmin --adminpasswd=secret --groupname=testgroup");
            assertThat(servers.entry("cn=testgroup," + RosterServers.GROUPS)).isEmpty();
            assertThat(servers.rows("SELECT id FROM `groups` WHERE identifier = 'testgroup'"))
                    .isEmpty();
        }

        @Test
        void aGroupGetsNumbersOfItsOwnAndItsOptions() throws LDAPException, SQLException {
            done("addgroup" + WHO + "--groupname=described --members=sm --displayname=Alle --description=Vertrieb");
            Entry entry = servers.entry("cn=described," + RosterServers.GROUPS).orElseThrow();
            assertThat(entry.getAttributeValueAsInteger("gidNumber")).isGreaterThanOrEqualTo(10_000);
            assertThat(entry.getAttributeValue("description")).isEqualTo("Vertrieb");
            assertThat(servers.rows("SELECT displayName FROM `groups` WHERE cid = 1 AND identifier = 'described'"))
                    .containsExactly("Alle");
            done("delgroup" + WHO + "--groupname=described");
        }

        @Test
        void membersAreSpelledAsTheDirectorySpellsThem() throws LDAPException {
            done("addgroup" + WHO + "--groupname=spelled --members=SM");
            assertThat(servers.entry("cn=spelled," + RosterServers.GROUPS)
                            .orElseThrow()
                            .getAttributeValues("memberUid"))
                    .containsExactly("sm");
            done("delgroup" + WHO + "--groupname=spelled");
        }

        @Test
        void aResourceAndItsGroupWorkByAnalogy() throws LDAPException, SQLException {
            done("addresource" + WHO + "--resourcename=room1 --mail=room1@test.tux --description=large --available=no");
            done("addresource" + WHO + "--resourcename=room2");
            Entry room = servers.entry("resourceName=room1," + RosterServers.RESOURCES)
                    .orElseThrow();
            assertThat(room.getAttributeValue("resourceAvailable")).isEqualTo("FALSE");
            assertThat(room.getAttributeValue("mail")).isEqualTo("room1@test.tux");
            assertThat(servers.rows("SELECT CONCAT(mail, available, description) FROM resource"
                            + " WHERE cid = 1 AND identifier = 'room1'"))
                    .containsExactly("room1@test.tux0large");
            done("addresourcegroup" + WHO + "--resourcegroupname=rooms --members=room1");
            done("addmembers2resgroup" + WHO + "--resourcegroupname=rooms --members=room2");
            done("delmembersfromresgroup" + WHO + "--resourcegroupname=rooms --members=room1");
            assertThat(servers.entry("resourceGroupName=rooms," + RosterServers.RESOURCES)
                            .orElseThrow()
                            .getAttributeValues("resourceGroupMember"))
                    .containsExactly("room2");
            assertThat(done("delresource" + WHO + "--resourcename=room2").out())
                    .contains("Without members now", "rooms");
            done("delresourcegroup" + WHO + "--resourcegroupname=rooms");
            done("delresource" + WHO + "--resourcename=room1");
        }

        @Test
        void ofSeveralCallsThatMakeTheSameAtOnceOneSucceeds() throws LDAPException, SQLException {
            assertOneSucceeds("addgroup" + WHO + "--groupname=race --members=sm");
            assertThat(servers.entry("cn=race," + RosterServers.GROUPS)).isPresent();
            assertThat(servers.rows("SELECT id FROM `groups` WHERE cid = 1 AND identifier = 'race'"))
                    .hasSize(1);
            done("delgroup" + WHO + "--groupname=race");
            assertOneSucceeds("addresource" + WHO + "--resourcename=race");
            assertThat(servers.entry("resourceName=race," + RosterServers.RESOURCES))
                    .isPresent();
            assertThat(servers.rows("SELECT id FROM resource WHERE cid = 1 AND identifier = 'race'"))
                    .hasSize(1);
            done("delresource" + WHO + "--resourcename=race");
        }

        private void assertOneSucceeds(String call) {
            List<Integer> statuses =
                    Stream.generate(() -> CompletableFuture.supplyAsync(
                                    () -> say(call).status()))
                            .limit(4)
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .sorted()
                            .toList();
            assertThat(statuses).containsExactly(0, 5, 5, 5);
        }

        @Test
        void olderOptionNamesAreUnderstoodAndToldOf() {
            Said said = done("addgroup" + WHO + "--group=older --user=sm");
            assertThat(said.err()).contains("--groupname", "--members");
            done("delgroup" + WHO + "--groupname=older");
        }

        @Test
        void whatFailsInTheSecondBackEndMayBeKeptAndFinished() throws LDAPException, SQLException {
            String tooLong = "x".repeat(200);
            Said said =
                    say("addgroup" + WHO + "--groupname=partial --members=sm --keep-partial --displayname=" + tooLong);
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.err()).contains("It is done in LDAP; repeat the call with --keep-partial");
            assertThat(servers.entry("cn=partial," + RosterServers.GROUPS)).isPresent();
            assertThat(say("addgroup" + WHO + "--groupname=partial --members=sm")
                            .status())
                    .isEqualTo(5);
            done("addgroup" + WHO + "--groupname=partial --members=sm --keep-partial");
            assertThat(servers.rows("SELECT id FROM `groups` WHERE cid = 1 AND identifier = 'partial'"))
                    .hasSize(1);
            done("delgroup" + WHO + "--groupname=partial");
        }

        @Test
        void aDatabaseThatIsAwayLeavesTheDirectoryAlone(@TempDir Path folder)
                throws IOException, LDAPException, SQLException {
            String before = servers.picture();
            Path away = Files.writeString(
                    folder.resolve("muster.yaml"),
                    Files.readString(Path.of(configuration)).replaceFirst("127.0.0.1:\\d+/ox_", "127.0.0.1:1/ox_"));
            List<String> words = new ArrayList<>(List.of(
                    ("addgroup" + WHO + "--groupname=new --members=sm").trim().split(" +")));
            words.add("--config=" + away);
            Said said = RosterServers.say(words);
            assertThat(said.status()).isEqualTo(69);
            assertThat(servers.picture()).isEqualTo(before);
        }

        @TestFactory
        Stream<DynamicTest> aWrongCallSaysWhatIsWrongAndLeavesNothing() {
            return Stream.concat(
                    WRONG.stream().map(wrong -> test(wrong.call().replaceFirst("( |$)", WHO), wrong)),
                    WRONG_ADMINISTRATORS.stream().map(wrong -> test(wrong.call(), wrong)));
        }

        private DynamicTest test(String call, Wrong wrong) {
            return DynamicTest.dynamicTest(wrong.call(), () -> {
                String before = servers.picture();
                Said said = say(call);
                assertThat(said.err()).contains(wrong.message());
                assertThat(said.status()).isEqualTo(wrong.status());
                assertThat(said.out()).isEmpty();
                assertThat(servers.picture()).isEqualTo(before);
            });
        }

        private void assertMembers(String... names) throws LDAPException, SQLException {
            assertThat(servers.entry("cn=testgroup," + RosterServers.GROUPS)
                            .orElseThrow()
                            .getAttributeValues("memberUid"))
                    .containsExactlyInAnyOrder(names);
            assertThat(servers.rows("SELECT l.uid FROM `groups` g JOIN groups_member m ON m.cid = g.cid AND m.id = g.id"
                            + " JOIN login2user l ON l.cid = m.cid AND l.id = m.member"
                            + " WHERE g.cid = 1 AND g.identifier = 'testgroup'"))
                    .containsExactlyInAnyOrder(names);
        }

        private Said done(String call) {
            Said said = say(call);
            assertThat(said.err()).as(call).doesNotContain("Unexpected");
            assertThat(said.status()).as(call + "\n" + said.err()).isZero();
            return said;
        }

        private Said say(String call) {
            List<String> words = new ArrayList<>(Arrays.asList(call.split(" +")));
            words.add("--config=" + configuration);
            return RosterServers.say(words);
        }
    }
}
