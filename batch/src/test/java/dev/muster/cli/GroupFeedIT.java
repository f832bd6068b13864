package dev.muster.cli;

import static dev.muster.cli.RealSite.BASE;
import static dev.muster.cli.RealSite.directory;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups, resources and resource groups out of feeds, on slapd and MariaDB in both layouts. */
class GroupFeedIT {
    private static final String MEMBERS =
            "SELECT l.uid FROM groups_member m JOIN `groups` g ON g.cid = m.cid AND g.id ="
                    + " m.id JOIN login2user l ON l.cid = m.cid AND l.id = m.member WHERE g.identifier = ?";

    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "g" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @ParameterizedTest
    @CsvSource({"MUSTER_CONFIG, DB_NAME_8", "MUSTER_CONFIG_7106, DB_NAME_7106"})
    void bringsPeopleAndTheirGroupsOutOfOneLdif(String configuration, String database) throws Exception {
        Path feed = write("site.ldif", group("sales", "a", "b") + person("a") + person("b") + room() + rooms());
        Said said = run(configuration, feed);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("\"read\":5").contains("\"created\":5");
        assertThat(memberUids("sales")).containsExactlyInAnyOrder(mark + "a", mark + "b");
        assertThat(rows(environment(database), MEMBERS, mark + "sales"))
                .containsExactlyInAnyOrder(mark + "a", mark + "b");
        assertThat(rows(environment(database), "SELECT mail FROM resource WHERE identifier = ?", mark + "room"))
                .containsExactly(mark + "room@test.tux");
        assertThat(entry("resourceGroupName=" + mark + "rooms,ou=ResourceObjects")
                        .getAttributeValue("resourceGroupMember"))
                .isEqualTo(mark + "room");
        Said again = run(configuration, feed);
        assertThat(again.out()).as(again.err()).contains("\"unchanged\":5").contains("\"updated\":0");
    }

    @Test
    void changesTheLeastOfAGroupOfThreeHundred() throws Exception {
        assertThat(run("MUSTER_CONFIG", write("people.csv", people(300))).status())
                .isZero();
        Said made = run("MUSTER_CONFIG", write("groups.csv", groups(0, 300)));
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("\"created\":2");
        assertThat(memberUids("all")).hasSize(300);
        addByHand("all", "hand");
        Said changed = run("MUSTER_CONFIG", write("groups.csv", groups(2, 300)));
        assertThat(changed.out()).as(changed.err()).contains("\"updated\":1").contains("\"unchanged\":1");
        assertThat(memberUids("all")).hasSize(299).contains("hand").doesNotContain(mark + "0", mark + "1");
        assertThat(rows(environment("DB_NAME_8"), MEMBERS, mark + "all")).hasSize(298);
        assertThat(run("MUSTER_CONFIG", write("groups.csv", groups(2, 300))).out())
                .contains("\"unchanged\":2");
    }

    @Test
    void rejectedGroupsAreCorrectedAndFedAgain() throws Exception {
        assertThat(run("MUSTER_CONFIG", write("people.csv", people(2))).status())
                .isZero();
        Said said = run(
                "MUSTER_CONFIG",
                write(
                        "groups.csv",
                        "groupname;members;description\n" + mark + "x;" + mark + "0,nobody" + mark + ";a\n" + mark
                                + "y;" + mark + "1;b\n"));
        assertThat(said.status()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(said.out()).contains("\"created\":1").contains("\"rejected\":1");
        Path rejects = Path.of(said.err().replaceAll("(?s).*import again: (\\S+).*", "$1"));
        assertThat(Files.readString(rejects)).contains("MEMBER_UNKNOWN").contains("nobody" + mark);
        assertThat(memberUids("y")).containsExactly(mark + "1");
        Path corrected = write("corrected.csv", Files.readString(rejects).replace("nobody" + mark + ";", mark + "1;"));
        Said again = run("MUSTER_CONFIG", corrected);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(memberUids("x")).containsExactlyInAnyOrder(mark + "0", mark + "1");
    }

    @Test
    void aDryRunWritesNothingAndOneTargetCanBeWrittenAlone() throws Exception {
        assertThat(run("MUSTER_CONFIG", write("people.csv", people(1))).status())
                .isZero();
        Path feed = write("groups.csv", "groupname,members\n" + mark + "x," + mark + "0\n");
        Said dry = muster("import", "--dry-run", "--detailed-exitcode", feed.toString());
        assertThat(dry.status()).as(dry.err()).isEqualTo(ExitStatus.CHANGES_PENDING.number());
        assertThat(dry.out()).contains("1 would be created");
        assertThat(entry("cn=" + mark + "x,ou=groups")).isNull();
        assertThat(muster("import", "--json", "--only=ldap", feed.toString()).out())
                .contains("\"created\":1");
        assertThat(memberUids("x")).containsExactly(mark + "0");
        assertThat(rows(environment("DB_NAME_8"), MEMBERS, mark + "x")).isEmpty();
        assertThat(run("MUSTER_CONFIG", feed).out()).contains("\"updated\":1");
        assertThat(rows(environment("DB_NAME_8"), MEMBERS, mark + "x")).containsExactly(mark + "0");
    }

    private static Said run(String configuration, Path feed) {
        return muster("import", "--json", "--config", environment(configuration), feed.toString());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private String people(int count) {
        return "username,surname,givenname,mail,language\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "%s%d,Muster,Eva %s%d,%s%d@test.tux,DE\n".formatted(mark, i, mark, i, mark, i))
                        .collect(Collectors.joining());
    }

    /** One group whose members change, and one that stays as it is. */
    private String groups(int from, int to) {
        String members = IntStream.range(from, to).mapToObj(i -> mark + i).collect(Collectors.joining(","));
        return "groupname,members,displayname\n%sall,\"%s\",Everybody %s\n%sfew,%s5,\n"
                .formatted(mark, members, mark, mark, mark);
    }

    private String person(String name) {
        return """
                dn: uid=%1$s,ou=people,dc=test,dc=tux
                objectClass: inetOrgPerson
                uid: %1$s
                cn: Eva %1$s
                sn: Muster
                mail: %1$s@test.tux
                preferredLanguage: DE

                """.formatted(mark + name);
    }

    private String group(String name, String... members) {
        StringBuilder group = new StringBuilder("""
                dn: cn=%1$s,ou=groups,dc=test,dc=tux
                objectClass: posixGroup
                cn: %1$s
                description: Who sells
                gidNumber: 99
                """.formatted(mark + name));
        List.of(members).forEach(member -> group.append("memberUid: " + mark + member + "\n"));
        return group + "\n";
    }

    private String room() {
        return """
                dn: resourceName=%1$sroom,ou=ResourceObjects,dc=test,dc=tux
                objectClass: OXResourceObject
                resourceName: %1$sroom
                cn: Room %1$s
                mail: %1$sroom@test.tux
                resourceAvailable: TRUE

                """.formatted(mark);
    }

    private String rooms() {
        return """
                dn: resourceGroupName=%1$srooms,ou=ResourceObjects,dc=test,dc=tux
                objectClass: OXResourceGroupObject
                resourceGroupName: %1$srooms
                resourceGroupAvailable: TRUE
                resourceGroupMember: %1$sroom

                """.formatted(mark);
    }

    private List<String> memberUids(String group) throws LDAPException {
        return List.of(entry("cn=" + mark + group + ",ou=groups").getAttributeValues("memberUid"));
    }

    private static SearchResultEntry entry(String rdn) throws LDAPException {
        try (LDAPConnection connection = directory()) {
            return connection.getEntry(rdn + "," + BASE);
        }
    }

    private void addByHand(String group, String member) throws LDAPException {
        try (LDAPConnection connection = directory()) {
            connection.modify(
                    "cn=" + mark + group + ",ou=groups," + BASE,
                    new Modification(ModificationType.ADD, "memberUid", member));
        }
    }
}
