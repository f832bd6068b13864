package dev.muster.cli;

import static dev.muster.cli.RealSite.BASE;
import static dev.muster.cli.RealSite.directory;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shared accounts out of feeds, on slapd, MariaDB in both layouts, Dovecot and Cyrus. */
class AccountFeedIT {
    private static final String HEADER =
            "accountname,displayname,primaryaddress,addresses,users,groups,takeover,follow,"
                    + "mail-endpoint-source,transport-endpoint-source,mail-server,mail-port,mail-protocol,mail-secure,"
                    + "mail-starttls\n";
    /** Who has the account as what: login, and where she sends. */
    private static final String ROWS =
            "SELECT CONCAT(l.uid, ' ', m.login, ' ', m.url, ' ', COALESCE(t.url, '-')) FROM user_mail_account m"
                    + " JOIN login2user l ON l.cid = m.cid AND l.id = m.`user` LEFT JOIN user_transport_account t"
                    + " ON t.cid = m.cid AND t.id = m.id AND t.`user` = m.`user`"
                    + " WHERE m.secondary = 1 AND m.primary_addr = ? ORDER BY 1";

    private static final String NUMBERS = "SELECT CONCAT(`user`, ' ', id) FROM user_mail_account"
            + " WHERE secondary = 1 AND primary_addr = ? ORDER BY `user`";

    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "a" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @ParameterizedTest
    @CsvSource({
        "MUSTER_CONFIG, DB_NAME_8, IMAP, muster",
        "MUSTER_CONFIG_7106, DB_NAME_7106, IMAP, muster_7106",
        "MUSTER_CONFIG_CYRUS, DB_NAME_8, CYRUS, muster"
    })
    void anAccountIsMadeChangedAndLeftAlone(String configuration, String database, String server, String state)
            throws Exception {
        run(configuration, "people.csv", people(4));
        run(configuration, "groups.csv", "groupname,members\n%1$sg,\"%1$s1,%1$s2\"\n".formatted(mark));
        String feed = HEADER + account("%1$s0:viewer,%1$s3:send-only", "%1$sg:agent");
        Said made = run(configuration, "accounts.csv", feed);
        assertThat(made.out()).as(made.err()).contains("\"created\":1");
        assertThat(rows(environment(database), ROWS, mark + "info@test.tux"))
                .extracting(row -> row.replaceAll("[a-z]+://\\S+", "url"))
                .containsExactly(
                        "%1$s0 %1$s0/%1$sinfo@test.tux url -".formatted(mark),
                        "%1$s1 %1$s1/%1$sinfo@test.tux url url".formatted(mark),
                        "%1$s2 %1$s2/%1$sinfo@test.tux url url".formatted(mark));
        assertThat(senders(state)).containsExactly(mark + "1", mark + "2", mark + "3");
        assertThat(inbox(server))
                .containsEntry(mark + "0", "lrs")
                .containsKeys(mark + "1", mark + "2")
                .doesNotContainKey(mark + "3");
        assertThat(members()).containsExactlyInAnyOrder(mark + "0", mark + "1", mark + "2");
        assertThat(run(configuration, "accounts.csv", feed).out())
                .contains("\"unchanged\":1", "\"created\":0,\"updated\":0");
        List<String> numbers = rows(environment(database), NUMBERS, mark + "info@test.tux");
        Said changed = run(configuration, "accounts.csv", HEADER + account("%1$s0:agent", "%1$sg:viewer"));
        assertThat(changed.out()).as(changed.err()).contains("\"updated\":1");
        assertThat(rows(environment(database), NUMBERS, mark + "info@test.tux")).isEqualTo(numbers);
        assertThat(senders(state)).containsExactly(mark + "0");
        assertThat(inbox(server)).containsEntry(mark + "1", "lrs").doesNotContainKey(mark + "3");
    }

    @Test
    void groupsAreFollowedByTheImportsThatChangeThem() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(4));
        run("MUSTER_CONFIG", "groups.csv", "groupname,members\n%1$sg,\"%1$s0,%1$s1\"\n".formatted(mark));
        run("MUSTER_CONFIG", "accounts.csv", HEADER + account("%1$s3", "%1$sg"));
        List<String> numbers = rows(environment("DB_NAME_8"), NUMBERS, mark + "info@test.tux");
        Said said = run("MUSTER_CONFIG", "groups.csv", "groupname,members\n%1$sg,\"%1$s1,%1$s2\"\n".formatted(mark));
        assertThat(said.out()).as(said.err()).contains("\"read\":1").contains("\"updated\":2");
        List<String> after = rows(environment("DB_NAME_8"), NUMBERS, mark + "info@test.tux");
        assertThat(after).hasSize(3).contains(numbers.get(1), numbers.get(2)).doesNotContain(numbers.get(0));
        assertThat(senders("muster")).containsExactly(mark + "1", mark + "2", mark + "3");
        assertThat(inbox("IMAP"))
                .containsKeys(mark + "1", mark + "2", mark + "3")
                .doesNotContainKey(mark + "0");
        assertThat(members()).containsExactlyInAnyOrder(mark + "1", mark + "2", mark + "3");
    }

    @ParameterizedTest
    @CsvSource({"MUSTER_CONFIG, DB_NAME_8", "MUSTER_CONFIG_7106, DB_NAME_7106"})
    void bothEndpointsComeFromWhereEachIsSaidToComeFrom(String configuration, String database) throws Exception {
        run(configuration, "people.csv", people(1));
        List<String> sources = List.of("primary", "localhost", "none");
        StringBuilder feed = new StringBuilder(HEADER);
        for (String mail : sources) {
            for (String transport : sources) {
                feed.append("%s%s-%s,,%1$s%2$s-%3$s@test.tux,,%1$s0,,,,%2$s,%3$s%4$s\n"
                        .formatted(
                                mark,
                                mail,
                                transport,
                                mail.equals("none") ? ",imap.test.tux,993,imap,true,false" : ",,,,,"));
            }
        }
        Said said = run(configuration, "accounts.csv", feed.toString());
        assertThat(said.out()).as(said.err()).contains("\"created\":9");
        for (String mail : sources) {
            for (String transport : sources) {
                String row = rows(environment(database), ROWS, mark + mail + "-" + transport + "@test.tux")
                        .get(0);
                assertThat(row.split(" ")[2])
                        .isEqualTo(server(
                                database,
                                "user_mail_account",
                                mail,
                                "imap://localhost:143",
                                "imaps://imap.test.tux:993"));
                assertThat(row.split(" ")[3])
                        .isEqualTo(server(database, "user_transport_account", transport, "smtp://localhost:25", "-"));
            }
        }
        assertThat(run(configuration, "accounts.csv", feed.toString()).out()).contains("\"unchanged\":9");
    }

    @Test
    void anAliasIsAConflictUntilItMayBeTakenOver() throws Exception {
        run(
                "MUSTER_CONFIG",
                "people.csv",
                "username,surname,givenname,mail,alias,language\n"
                        + "%1$s0,Muster,Eva %1$s,%1$s0@test.tux,\"%1$sinfo@test.tux,%1$sold@test.tux\",DE\n"
                                .formatted(mark)
                        + "%1$s1,Muster,Ada %1$s,%1$s1@test.tux,,DE\n".formatted(mark));
        Said refused = muster(configured("MUSTER_CONFIG", "accounts.csv", HEADER + account("%1$s1", "")));
        assertThat(refused.status()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(refused.complaints())
                .contains("ADDRESS_HELD")
                .contains(mark + "0")
                .contains("takeover");
        Said taken = run(
                "MUSTER_CONFIG",
                "accounts.csv",
                HEADER + account("%1$s1", "").replaceFirst(",,,primary", ",yes,,primary"));
        assertThat(taken.out()).as(taken.err()).contains("\"created\":1");
        assertThat(rows(
                        environment("DB_NAME_8"),
                        "SELECT alias FROM user_alias WHERE alias LIKE ? ORDER BY alias",
                        mark + "%"))
                .containsExactly(mark + "0@test.tux", mark + "1@test.tux", mark + "old@test.tux");
        assertThat(RealSite.entry(mark + "0").getAttributeValues("alias"))
                .contains(mark + "old@test.tux")
                .doesNotContain(mark + "info@test.tux");
    }

    @Test
    void aPrimaryAddressAndAMailboxOfAPersonAreNeverTaken() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(2));
        Said said = muster(configured(
                "MUSTER_CONFIG",
                "accounts.csv",
                "accountname,primaryaddress,users,takeover\n%1$sx,%1$s0@test.tux,%1$s1,yes\n%1$s0,%1$sy@test.tux,%1$s1,yes\n"
                        .formatted(mark)));
        assertThat(said.out()).contains("\"rejected\":2");
        assertThat(said.complaints())
                .contains("ADDRESS_HELD")
                .contains("primary address")
                .contains("NOT_OURS");
    }

    @Test
    void whoHasAnOrdinaryAccountOfTheAddressIsNamedAndTheOthersGetIt() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(2));
        String user = rows(environment("DB_NAME_8"), "SELECT id FROM login2user WHERE uid = ?", mark + "0")
                .get(0);
        RealSite.execute(
                environment("DB_NAME_8"),
                "INSERT INTO user_mail_account (cid, id, `user`, name, url, login, primary_addr, default_flag, trash, sent,"
                        + " drafts, spam, confirmed_spam, confirmed_ham, spam_handler, unified_inbox, archive) VALUES"
                        + " (1, 4711, ?, 'mine', 'imap://imap.test.tux', 'x', ?, 0, '', '', '', '', '', '', '', 0, '')",
                user,
                mark + "info@test.tux");
        Said said = muster(configured("MUSTER_CONFIG", "accounts.csv", HEADER + account("%1$s0,%1$s1", "")));
        assertThat(said.out()).contains("\"failed\":1");
        assertThat(said.complaints()).contains("ADDRESS_HELD").contains("ordinary account");
        assertThat(rows(environment("DB_NAME_8"), ROWS, mark + "info@test.tux"))
                .singleElement()
                .asString()
                .startsWith(mark + "1");
        assertThat(senders("muster")).containsExactly(mark + "1");
    }

    @Test
    void whereNoMailboxIsWrittenItHasToBeThere() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(1));
        Path feed = write("accounts.csv", HEADER + account("%1$s0", ""));
        Said said = muster("import", "--json", "--only=ldap,groupware", feed.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(said.complaints()).contains("NOT_THERE").contains("no mailbox");
        assertThat(rows(environment("DB_NAME_8"), ROWS, mark + "info@test.tux")).isEmpty();
    }

    /** Without the mail server, which would take minutes for as many as other tests have left. */
    @Test
    void everybodyIsEverybodyWhoCanLogIn() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(3));
        run("MUSTER_CONFIG", "accounts.csv", HEADER + account("%1$s0", ""));
        Path feed = write("everybody.csv", HEADER + account("", "*:viewer"));
        Said said = muster("import", "--json", "--only=ldap,groupware", feed.toString());
        assertThat(said.status()).as(said.err() + said.complaints()).isZero();
        assertThat(rows(environment("DB_NAME_8"), ROWS, mark + "info@test.tux"))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(row -> row.startsWith("oxadmin "));
        run("MUSTER_CONFIG", "accounts.csv", HEADER + account("%1$s0", ""));
        assertThat(rows(environment("DB_NAME_8"), ROWS, mark + "info@test.tux")).hasSize(1);
    }

    @Test
    void aDryRunSaysWhatWouldBeMadeAndMakesNothing() throws Exception {
        run("MUSTER_CONFIG", "people.csv", people(1));
        Path feed = write("accounts.csv", HEADER + account("%1$s0", ""));
        Said dry = muster("import", "--dry-run", "--detailed-exitcode", feed.toString());
        assertThat(dry.status()).as(dry.err()).isEqualTo(ExitStatus.CHANGES_PENDING.number());
        assertThat(dry.out()).contains("1 would be created");
        assertThat(entry()).isNull();
    }

    private Said run(String configuration, String name, String text) throws Exception {
        Said said = muster(configured(configuration, name, text));
        assertThat(said.status())
                .as(said.err() + said.out() + said.complaints())
                .isZero();
        return said;
    }

    private String[] configured(String configuration, String name, String text) throws Exception {
        Path feed = write(name, text);
        return new String[] {"import", "--json", "--config", environment(configuration), feed.toString()};
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

    /** @param users with %1$s for the mark */
    private String account(String users, String groups) {
        return "%1$sinfo,Info %1$s,%1$sinfo@test.tux,,\"".formatted(mark)
                + users.formatted(mark)
                + "\",\""
                + groups.formatted(mark)
                + "\",,,primary,primary,,,,,\n";
    }

    /** Where an account of this source is read or sent: that of the member's own, or what stands in the feed. */
    private String server(String database, String table, String source, String local, String named) throws Exception {
        String own = "SELECT url FROM " + table + " a JOIN login2user l ON l.cid = a.cid AND l.id = a.`user`"
                + " WHERE a.id = 0 AND l.uid = ?";
        return switch (source) {
            case "primary" -> rows(environment(database), own, mark + "0").get(0);
            case "localhost" -> local;
            default -> named;
        };
    }

    private List<String> senders(String state) throws Exception {
        return rows(state, "SELECT login FROM muster_sender_map WHERE address = ? ORDER BY 1", mark + "info@test.tux");
    }

    /** Who may do what in INBOX, without the letters that mean nothing of their own. */
    private Map<String, String> inbox(String server) throws Exception {
        return RealSite.rightsInInbox(server, mark + "info");
    }

    private List<String> members() throws LDAPException {
        return Stream.ofNullable(entry())
                .flatMap(entry -> Arrays.stream(entry.getAttributeValues("uniqueMember")))
                .map(dn -> dn.replaceAll("uid=([^,]+),.*", "$1"))
                .toList();
    }

    private SearchResultEntry entry() throws LDAPException {
        try (LDAPConnection connection = directory()) {
            return connection.searchForEntry(
                    BASE, SearchScope.SUB, "(&(objectClass=oxFunctionalAccount)(cn=" + mark + "info))");
        }
    }
}
