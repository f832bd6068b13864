package dev.muster.legacy;

import static dev.muster.legacy.Servers.DATABASE;
import static dev.muster.legacy.Servers.call;
import static dev.muster.legacy.Servers.entry;
import static dev.muster.legacy.Servers.environment;
import static dev.muster.legacy.Servers.execute;
import static dev.muster.legacy.Servers.person;
import static dev.muster.legacy.Servers.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import dev.muster.legacy.Servers.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code deluser} leaves on slapd, MariaDB, Dovecot and Cyrus. */
class DeluserIT {
    private static final String PURGE = "imap:\n  onDelete: purge";
    private final String name = Servers.mark();

    @Test
    void takesAPersonAwayEverywhereAndTellsWhatIsLeft() throws Exception {
        add();
        String group = "cn=g" + name + ",ou=groups," + Servers.BASE;
        try (LDAPConnection directory = Servers.directory()) {
            directory.add(
                    group,
                    new Attribute("objectClass", "posixGroup"),
                    new Attribute("cn", "g" + name),
                    new Attribute("gidNumber", "4711"),
                    new Attribute("memberUid", name));
            Said said = delete();
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out())
                    .contains("User " + name + " deleted from LDAP, groupware.")
                    .contains("The group " + group + " has no member any more.")
                    .contains("The mailbox of " + name + " is kept");
            directory.delete(group);
        }
        assertThat(entry(name)).isNull();
        assertThat(logins()).containsExactly("0");
        assertThat(rows(DATABASE, "SELECT COUNT(*) FROM user_mail_account WHERE login = ?", name))
                .containsExactly("0");
    }

    @Test
    void thePrintedExampleWorksWithItsTypographicDash() throws Exception {
        call("adduser", person("smtest"));
        Said said = Servers.said(
                "", List.of("deluser", "--adminuser=mailadmin", "--adminpasswd=secret", "-–username=smtest"));
        execute("muster", "DELETE FROM muster_kept_mailbox WHERE name_folded = 'smtest'");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(entry("smtest")).isNull();
    }

    @Test
    void aKeptMailboxIsNotGivenToANamesakeUnasked() throws Exception {
        add();
        delete();
        Said refused = call("adduser", person(name));
        assertThat(refused.status()).isEqualTo(5);
        assertThat(refused.err()).contains("mailbox of an earlier " + name, "--adopt=mailbox");
        assertThat(entry(name)).isNull();
        Said adopted = call("adduser", person(name, "--adopt=mailbox"));
        assertThat(adopted.status()).as(adopted.err()).isZero();
    }

    @Test
    void aKeptMailboxIsStillHersWhoComesBackWithHerKey() throws Exception {
        add("--employeenumber=K" + name);
        delete();
        assertThat(call("adduser", person(name, "--employeenumber=other" + name))
                        .status())
                .isEqualTo(5);
        Said back = call("adduser", person(name, "--employeenumber=K" + name));
        assertThat(back.status()).as(back.err()).isZero();
    }

    @Test
    void purgeLeavesNothingButTheHomeOnDovecotAndSaysSo() throws Exception {
        Path configuration = Servers.configuration("MUSTER_CONFIG", "imap:", PURGE);
        add();
        Said said = delete("--config=" + configuration);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("deleted from LDAP, groupware, IMAP.")
                .contains("The home of " + name + " is left");
        add();
    }

    @Test
    void purgeOnCyrusLeavesNothing() throws Exception {
        Path configuration = Servers.configuration("MUSTER_CONFIG_CYRUS", "imap:", PURGE);
        add("--config=" + configuration);
        Said said = delete("--config=" + configuration);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).doesNotContain("home").doesNotContain("kept");
        assertThat(delete("--config=" + configuration).status()).isEqualTo(5);
    }

    @Test
    void worksOnTheOlderLayout() throws Exception {
        String older = "--config=" + environment("MUSTER_CONFIG_7106");
        add(older);
        assertThat(delete(older).status()).isZero();
        assertThat(rows(environment("DB_NAME_7106"), "SELECT COUNT(*) FROM login2user WHERE uid = ?", name))
                .containsExactly("0");
    }

    @Test
    void theCommandsOfTheSiteHearOfItAndWhatFailsThereIsTold(@TempDir Path folder) throws Exception {
        Path heard = folder.resolve("heard");
        Path script =
                Files.writeString(folder.resolve("tell"), "echo \"$@\" >>" + heard + "\n[ \"$1\" != sessions ]\n");
        String commands = "  afterChange: [sh, " + script + ", \"{kind}\", \"{ids}\"]\nimap:\n  afterDisable: [sh, "
                + script + ", sessions, \"{usernames}\"]\n";
        String configuration = "--config=" + Servers.configuration("MUSTER_CONFIG", "imap:\n", commands);
        add(configuration);
        String id =
                rows(DATABASE, "SELECT id FROM login2user WHERE uid = ?", name).get(0);
        Said said = delete(configuration);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(Files.readAllLines(heard)).containsExactly("user " + id, "user " + id, "sessions " + name);
        assertThat(said.out()).contains("imap.afterDisable ended with 1", "Run it by hand for " + name);
    }

    @Test
    void theyHearOfANewPasswordAndOfGroups(@TempDir Path folder) throws Exception {
        Path heard = folder.resolve("heard");
        Path script = Files.writeString(folder.resolve("tell"), "echo \"$@\" >>" + heard + "\necho no cache; exit 3\n");
        String command = "  afterChange: [sh, " + script + ", \"{kind}\", \"{ids}\"]\nimap:\n";
        String configuration = "--config=" + Servers.configuration("MUSTER_CONFIG", "imap:\n", command);
        add(configuration);
        String group = "--groupname=" + name;
        Said changed = call("changepasswd", configuration, "--username=" + name, "--password=other");
        Said made = call("addgroup", configuration, group, "--members=" + name);
        String number = rows(DATABASE, "SELECT id FROM `groups` WHERE identifier = ?", name)
                .get(0);
        Said gone = call("delgroup", configuration, group);
        String id =
                rows(DATABASE, "SELECT id FROM login2user WHERE uid = ?", name).get(0);
        assertThat(Files.readAllLines(heard))
                .containsExactly("user " + id, "user " + id, "group " + number, "group " + number);
        for (Said said : List.of(changed, made, gone)) {
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out()).contains("ended with 3: no cache", "Run it by hand for ");
        }
    }

    @Test
    void whoIsNowhereIsAConflict() {
        Said said = delete();
        assertThat(said.status()).isEqualTo(5);
        assertThat(said.err()).contains("There is no user " + name + " in LDAP, groupware, IMAP");
    }

    @Test
    void finishesWhomSomebodyElseDeletedInPart() throws Exception {
        add();
        try (LDAPConnection directory = Servers.directory()) {
            directory.delete("uid=" + name + ",ou=people," + Servers.BASE);
        }
        assertThat(delete().status()).isZero();
        assertThat(logins()).containsExactly("0");
        assertThat(delete().status()).isEqualTo(5);
    }

    @Test
    void takesHalfAPersonAway() throws Exception {
        assertThat(call("adduser", person(name, "--source_only=ldap")).status()).isZero();
        assertThat(delete().status()).isZero();
        assertThat(entry(name)).isNull();
    }

    @Test
    void nothingIsTouchedWhereSomebodyHasContentsThatNobodyKnows() throws Exception {
        add();
        execute(DATABASE, "CREATE TABLE IF NOT EXISTS muster_test_files (cid INT, created_by INT)");
        try {
            execute(
                    DATABASE,
                    "INSERT INTO muster_test_files SELECT cid, id FROM login2user WHERE uid = '" + name + "'");
            Said said = delete();
            assertThat(said.status()).isEqualTo(5);
            assertThat(said.err()).contains("1 in muster_test_files", "groupware.deleteCommand");
            assertThat(Servers.values(name, "mailEnabled")).containsExactly("OK");
        } finally {
            execute(DATABASE, "DROP TABLE muster_test_files");
        }
        assertThat(delete().status()).isZero();
    }

    @Test
    void nothingIsTouchedWhereTheMailServerIsAwayAndTheMailboxIsToGo() throws Exception {
        add();
        Path away = Servers.configuration(
                "MUSTER_CONFIG", "port: " + environment("IMAP_PORT"), "port: 1\n  onDelete: purge");
        assertThat(delete("--config=" + away).status()).isEqualTo(69);
        assertThat(Servers.values(name, "mailEnabled")).containsExactly("OK");
        assertThat(logins()).containsExactly("1");
    }

    @Test
    void theContextsAdministratorStays() throws Exception {
        Said said = call("deluser", "--username=oxadmin");
        assertThat(said.status()).isEqualTo(5);
        assertThat(said.err()).contains("protected");
        assertThat(rows(DATABASE, "SELECT COUNT(*) FROM login2user WHERE uid = 'oxadmin'"))
                .containsExactly("1");
    }

    @Test
    void whoAdministersTheSiteStays() throws Exception {
        add();
        Path administered = Servers.configuration("MUSTER_CONFIG", "members: [", "members: [" + name + ", ");
        Said said = delete("--config=" + administered);
        assertThat(said.status()).isEqualTo(5);
        assertThat(said.err()).contains("administrators.members");
        assertThat(entry(name)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''                                                                        | 64 | --username=NAME",
                "--adminuser=mailadmin --adminpasswd=secret                                | 64 | --username",
                "--adminuser=mailadmin --username=x --adminpasswd=                         | 64 | --adminpasswd",
                "--adminpasswd=secret --username=x                                         | 64 | --adminuser",
                "--adminuser=mailadmin --adminpasswd=secret --username=                    | 64 | --username",
                "--adminuser=mailadmin --adminpasswd=secret --username=x --force           | 64 | force",
                "--adminuser=mailadmin --adminpasswd=secret --usrname=x                    | 64 | username",
                "--adminuser=mailadmin --adminpasswd=secret --username=x --username=y      | 64 | --username",
                "--adminuser=mailadmin --adminpasswd=secret --username=x y                 | 64 | y",
                "--adminuser=mailadmin --adminpasswd=secret --username=*                   | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=secret --username=a)(uid=*            | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=secret --username=../../etc           | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=secret --username=x;reboot            | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=secret --username='x'                 | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=secret --username=zoë                 | 64 | no user name",
                "--adminuser=mailadmin --adminpasswd=wrong --username=x                    | 77 | no administrator",
                "--adminuser=nobody --adminpasswd=secret --username=x                      | 77 | no administrator",
                "--adminuser=mailadmin --adminpasswd=secret --username=x --config=/nowhere | 78 | /nowhere",
                "--adminuser=mailadmin --adminpasswd=secret --username=no.such.user        | 5  | There is no user"
            })
    void wrongCallsSayWhatIsWrong(String arguments, int status, String words) {
        Stream<String> given =
                Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty() && !word.equals("''"));
        Said said = Servers.said("", Stream.concat(Stream.of("deluser"), given).toList());
        assertThat(said.status()).as(said.out() + said.err()).isEqualTo(status);
        assertThat(said.out() + said.err()).contains(words).doesNotContain("Unexpected", "secret");
    }

    private void add(String... more) {
        Said said = call("adduser", person(name, more));
        assertThat(said.status()).as(said.err()).isZero();
    }

    private Said delete(String... more) {
        return call(
                "deluser",
                Stream.concat(Stream.of("--username=" + name), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private List<String> logins() throws Exception {
        return rows(DATABASE, "SELECT COUNT(*) FROM login2user WHERE uid = ?", name);
    }
}
