package dev.muster.cli;

import static dev.muster.cli.RealSite.entry;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.folders;
import static dev.muster.cli.RealSite.foldersOnDovecot;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole imports on slapd, MariaDB, Dovecot and Cyrus. */
class ImportIT {
    private static final String HEADER = "employeenumber,username,surname,givenname,mail,alias,language,password\n";
    private static final String DATABASE = environment("DB_NAME_8");

    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "t" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @Test
    void bringsNamesOfEveryScriptIntoAllThree() throws Exception {
        Said first = muster("import", "--json", "../samples/feeds/people.csv");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(entry("zmueller").getAttributeValue("sn")).isEqualTo("Müller-Lüdenscheidt");
        assertThat(entry("lixiaolong").getAttributeValue("displayName")).isEqualTo("李小龍");
        assertThat(entry("jobrien").getAttributeValue("sn")).isEqualTo("O'Brien, Jr.");
        assertThat(entry("lukasz").getAttributeValue("givenName")).isEqualTo("Łukasz");
        assertThat(displayName("zmueller")).containsExactly("Zoë Müller-Lüdenscheidt");
        assertThat(displayName("lixiaolong")).containsExactly("李小龍");
        assertThat(displayName("jobrien")).containsExactly("O'Brien, Jr., John");
        assertThat(foldersOnDovecot("zmueller", "zoe-Geheim-1")).contains("Entwürfe", "Papierkorb");
        assertThat(foldersOnDovecot("lixiaolong", "xiaolong-Mima-2")).contains("草稿");
        assertThat(foldersOnDovecot("lukasz", "lukasz-Tajne-4")).contains("Szkice");
        assertThat(foldersOnDovecot("jobrien", "obrien-Secret-3")).contains("Drafts");
    }

    @Test
    void bringsANameThatIsReadFromRightToLeftIntoAllThree() throws Exception {
        Path feed = feed("N%1$s,%1$s,כהן,יעל,%1$s@test.tux,,EN,geheim-y\n".formatted(mark + "y"));
        assertThat(muster("import", feed.toString()).status()).isZero();
        assertThat(entry(mark + "y").getAttributeValue("sn")).isEqualTo("כהן");
        assertThat(entry(mark + "y").getAttributeValue("givenName")).isEqualTo("יעל");
        assertThat(rows(DATABASE, contact("field02"), mark + "y")).containsExactly("כהן");
        assertThat(rows(DATABASE, contact("field03"), mark + "y")).containsExactly("יעל");
        String drive =
                "SELECT f.fname FROM oxfolder_tree f JOIN login2user l ON l.cid = f.cid AND l.id = f.created_from"
                        + " WHERE f.parent = 10 AND l.uid = ?";
        assertThat(rows(DATABASE, drive, mark + "y")).singleElement().asString().contains("כהן", "יעל");
        assertThat(foldersOnDovecot(mark + "y", "geheim-y")).contains("Drafts");
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        Path feed = feed(person("a") + person("b"));
        assertThat(muster("import", feed.toString()).status()).isZero();
        Said again = muster("import", "--json", feed.toString());
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("\"unchanged\":2").contains("\"updated\":0");
    }

    @Test
    void bringsAChangedValueToDirectoryAndGroupware() throws Exception {
        assertThat(muster("import", feed(person("a")).toString()).status()).isZero();
        Said said = muster(
                "import",
                "--json",
                feed(person("a").replace("Muster", "Gatter")).toString());
        assertThat(said.out()).contains("\"updated\":1");
        assertThat(entry(mark + "a").getAttributeValue("sn")).isEqualTo("Gatter");
        assertThat(rows(DATABASE, contact("field02"), mark + "a")).containsExactly("Gatter");
    }

    @Test
    void makesTheDisplayNameOfTheGivenNameThatABlankCellKeeps() throws Exception {
        assertThat(muster(
                                "import",
                                feed(mark + "A," + mark + "a,Muster,Eva,,,DE,geheim-1\n")
                                        .toString())
                        .status())
                .isZero();
        Said said = muster(
                "import", "--json", feed(mark + "A," + mark + "a,Gatter,,,,,\n").toString());
        assertThat(said.out()).as(said.err()).contains("\"updated\":1");
        assertThat(entry(mark + "a").getAttributeValue("displayName")).isEqualTo("Gatter, Eva");
        assertThat(rows(DATABASE, contact("field01"), mark + "a")).containsExactly("Gatter, Eva");
    }

    @Test
    void generatesNoNameThatALaterRowGivesItself() throws Exception {
        String rows = ",,Zufall" + mark + ",Anna,,,DE,geheim-1\n" + "N" + mark + "b,anna.zufall" + mark + ",Zwei,Berta,"
                + mark + "b@test.tux,anna.zufall" + mark + "@test.tux,DE,geheim-2\n";
        Said said = muster("import", "--json", feed(rows).toString());
        assertThat(said.out()).as(said.err()).contains("\"created\":2");
        assertThat(entry("anna.zufall" + mark).getAttributeValue("sn")).isEqualTo("Zwei");
        assertThat(entry("anna.zufall" + mark + "2").getAttributeValue("mail"))
                .isEqualTo("anna.zufall" + mark + "2@test.tux");
    }

    @Test
    void namesDriveFoldersOfNamesakesInTheFeedsOrder() throws Exception {
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            people.append(person("n" + i).replace("Muster,Eva " + mark + "n" + i, "Gleich" + mark + ",Eva"));
        }
        assertThat(muster("import", feed(people.toString()).toString()).status())
                .isZero();
        String drive =
                "SELECT f.fname FROM oxfolder_tree f JOIN login2user l ON l.cid = f.cid AND l.id = f.created_from"
                        + " WHERE f.parent = 10 AND l.uid = ?";
        String first = rows(DATABASE, drive, mark + "n0").get(0);
        assertThat(rows(DATABASE, drive, mark + "n1")).containsExactly(first + " (1)");
        assertThat(rows(DATABASE, drive, mark + "n29")).containsExactly(first + " (29)");
    }

    @Test
    void aChangeRecordOfLdifIsAboutThePersonOfThatNameWhateverHerKey() throws Exception {
        assertThat(muster("import", feed(person("a")).toString()).status()).isZero();
        Path changes = folder.resolve("changes.ldif");
        Files.writeString(changes, """
                dn: uid=%sa,ou=people,dc=test,dc=tux
                changetype: modify
                replace: sn
                sn: Gatter
                -
                """.formatted(mark));
        Said said = muster("import", "--json", changes.toString());
        assertThat(said.out()).as(said.err()).contains("\"updated\":1");
        assertThat(entry(mark + "a").getAttributeValue("sn")).isEqualTo("Gatter");
        assertThat(rows(DATABASE, contact("field02"), mark + "a")).containsExactly("Gatter");
    }

    @Test
    void aRejectedLdifRecordCanBeCorrectedInTheRejectFile() throws Exception {
        Path feed = folder.resolve("people.ldif");
        Files.writeString(feed, record("a", mark + "a@test.tux") + record("b", "no address"));
        Said said = muster("import", "--json", feed.toString());
        assertThat(said.status()).as(said.err()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        Path rejects = Path.of(said.err()
                .lines()
                .filter(line -> line.contains("rejects.ldif"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*?(/\\S+rejects\\.ldif).*", "$1"));
        assertThat(Files.readString(rejects)).contains("no address").doesNotContain("uid=" + mark + "a,");
        Path corrected = folder.resolve("corrected.ldif");
        Files.writeString(corrected, Files.readString(rejects).replace("no address", mark + "b@test.tux"));
        Said again = muster("import", "--json", corrected.toString());
        assertThat(again.out()).as(again.err()).contains("\"created\":1").contains("\"rejected\":0");
        assertThat(foldersOnDovecot(mark + "b", "geheim-b")).contains("Entwürfe");
    }

    private String record(String name, String mail) {
        String user = mark + name;
        return """
                dn: uid=%s,ou=people,dc=test,dc=tux
                objectClass: inetOrgPerson
                objectClass: OXUserObject
                uid: %s
                cn: Eva %s
                sn: Muster
                givenName: Eva
                mail: %s
                preferredLanguage: DE
                userPassword: geheim-%s

                """.formatted(user, user, user, mail, name);
    }

    @Test
    void writesNothingInADryRun() throws Exception {
        Path feed = feed(person("a"));
        Said said = muster("import", "--dry-run", "--detailed-exitcode", feed.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.CHANGES_PENDING.number());
        assertThat(said.out()).contains("1 would be created");
        assertThat(entry(mark + "a")).isNull();
        assertThat(rows(environment("DB_NAME_STATE"), claims(), mark + "a")).containsExactly("0");
    }

    @Test
    void plansRowByRowForAProgram() throws Exception {
        assertThat(muster("import", feed(person("a")).toString()).status()).isZero();
        Path feed = feed(person("a").replace("Muster", "Gatter") + person("b"));
        Said said = muster("plan", "--json", feed.toString());
        List<String> lines = said.out().lines().toList();
        assertThat(lines).as(said.err()).hasSize(3);
        assertThat(lines.get(0))
                .contains("\"line\":2,\"kind\":\"CHANGE\",\"object\":\"user\",\"name\":\"" + mark + "a\"")
                .contains("{\"field\":\"surname\",\"from\":[\"Muster\"],\"to\":[\"Gatter\"],\"targets\":[\"LDAP\",");
        assertThat(lines.get(1)).contains("\"line\":3,\"kind\":\"CREATE\"", "\"field\":\"password\"");
        assertThat(lines.get(2)).contains("\"dryRun\":true", "\"created\":1,\"updated\":1");
        assertThat(said.out()).doesNotContain("geheim");
    }

    @Test
    void tellsTheTotalsOfEveryTargetOfARun() throws Exception {
        assertThat(muster("import", feed(person("a")).toString()).status()).isZero();
        assertThat(muster("status", "--json", "--last=1").out())
                .contains("\"targets\":{\"LDAP\":{\"done\":1,\"failed\":0,\"aborted\":0,\"unknown\":0}");
    }

    @Test
    void aFeedWithoutRowsEndsTheSameForCheckPlanAndImport() throws Exception {
        Path empty = feed("");
        for (String command : List.of("check", "plan", "import")) {
            Said said = muster(command, empty.toString());
            assertThat(said.status()).as(command).isEqualTo(ExitStatus.GUARD.number());
            assertThat(said.err()).as(command).contains("no proof that everybody left");
        }
    }

    @Test
    void leavesSomebodyElsesPersonAloneUnlessToldToAdoptHer() throws Exception {
        addEntry(mark + "a", "Fremd", "other" + mark + "@test.tux");
        Path feed = feed(person("a"));
        Said refused = muster("import", feed.toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(entry(mark + "a").getAttributeValue("sn")).isEqualTo("Fremd");
        assertThat(rows(DATABASE, "SELECT COUNT(*) FROM login2user WHERE uid = ?", mark + "a"))
                .containsExactly("0");
        Said adopted = muster("import", "--adopt=username", feed.toString());
        assertThat(adopted.status()).as(adopted.err()).isZero();
        assertThat(entry(mark + "a").getAttributeValue("employeeNumber")).isEqualTo("N" + mark + "a");
        assertThat(foldersOnDovecot(mark + "a", "geheim"))
                .as("somebody who is taken over keeps her password")
                .contains("Entwürfe");
    }

    @Test
    void rejectsAnAddressThatSomebodyOutsideTheFeedHolds() throws Exception {
        addEntry(mark + "x", "Fremd", mark + "a@test.tux");
        assertThat(muster("import", feed(person("a") + person("b")).toString()).status())
                .isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(entry(mark + "a")).isNull();
        assertThat(entry(mark + "b")).isNotNull();
    }

    @Test
    void keepsTheFoldersOfAFilledMailboxAndTellsTheGroupware() throws Exception {
        Path feed = feed(person("a"));
        assertThat(muster("import", "--only=ldap", feed.toString()).status()).isZero();
        makeFolders(mark + "a", "Sent", "Drafts");
        Said said = muster("import", feed.toString());
        assertThat(said.status()).as(said.out() + said.err() + results(said)).isZero();
        List<String> names = folders(environment("IMAP_HOST"), environment("IMAP_PORT"), mark + "a", "geheim-a", false);
        assertThat(names).contains("Sent", "Drafts", "Papierkorb").doesNotContain("Entwürfe", "Gesendete Objekte");
        assertThat(rows(DATABASE, mailSetting("std_sent"), mark + "a")).containsExactly("Sent");
        assertThat(rows(DATABASE, mailSetting("std_trash"), mark + "a")).containsExactly("Papierkorb");
    }

    @Test
    void makesPeopleOfTheDirectoryCompleteWhereTheDirectoryLeads() throws Exception {
        addEntry(mark + "a", "Vorhanden", mark + "a@test.tux");
        Path configuration = configuration("mode: write", "mode: read", "feed: { required: [] }");
        Path feed = folder.resolve("names.csv");
        Files.writeString(feed, "username\n" + mark + "a\n" + mark + "nobody\n");
        Said said = muster("import", "--config", configuration.toString(), "--json", feed.toString());
        assertThat(said.out()).as(said.err()).contains("\"created\":1").contains("\"rejected\":1");
        assertThat(rows(DATABASE, contact("field02"), mark + "a")).containsExactly("Vorhanden");
        assertThat(foldersOnDovecot(mark + "a", "geheim")).isNotEmpty();
    }

    @Test
    void makesTheGroupwaresPeopleWhereThereIsNoDirectory() throws Exception {
        Path configuration = configuration("  mode: write", "  mode: off", "");
        Said said = muster(
                "import",
                "--only=groupware",
                "--json",
                "--config",
                configuration.toString(),
                feed(person("a")).toString());
        assertThat(said.out()).as(said.err()).contains("\"created\":1");
        assertThat(rows(DATABASE, contact("field02"), mark + "a")).containsExactly("Muster");
        assertThat(entry(mark + "a")).isNull();
    }

    @Test
    void worksOnTheOlderLayoutAndOnCyrus() throws Exception {
        Path feed = feed(person("a"));
        String older = environment("MUSTER_CONFIG_7106");
        assertThat(muster("import", "--config", older, feed.toString()).status())
                .isZero();
        assertThat(rows(environment("DB_NAME_7106"), contact("field02"), mark + "a"))
                .containsExactly("Muster");
        Path other = feed(person("c"));
        String cyrus = environment("MUSTER_CONFIG_CYRUS");
        assertThat(muster("import", "--config", cyrus, other.toString()).status())
                .isZero();
        assertThat(muster("import", "--json", "--config", cyrus, other.toString())
                        .out())
                .contains("\"unchanged\":1");
        assertThat(folders(environment("CYRUS_HOST"), environment("CYRUS_PORT"), mark + "c", "geheim-c", true))
                .contains("Entwürfe");
    }

    @Test
    void tellsInTheSummaryHowTheRunEnded() throws Exception {
        Said said = muster("import", feed(person("a")).toString());
        Path page = Path.of(said.err()
                .lines()
                .filter(line -> line.startsWith("Report: "))
                .findFirst()
                .orElseThrow()
                .substring(8));
        assertThat(Files.readString(page.resolveSibling("summary.json")))
                .contains("\"state\": \"DONE\"", "\"exitStatus\": 0", "\"endedAt\"");
    }

    private static String results(Said said) throws Exception {
        String page = said.err().replaceAll("(?s).*Report: (\\S+).*", "$1");
        return Files.readString(Path.of(page).resolveSibling("results.csv"));
    }

    private String person(String name) {
        String user = mark + name;
        return "N%s,%s,Muster,Eva %s,%s@test.tux,\"%s@test.tux,%s.alias@test.tux\",DE,geheim-%s\n"
                .formatted(user, user, user, user, user, user, name);
    }

    private Path feed(String people) throws Exception {
        Path feed = folder.resolve("feed" + people.hashCode() + ".csv");
        Files.writeString(feed, HEADER + people);
        return feed;
    }

    private Path configuration(String search, String replacement, String more) throws Exception {
        Path original = Path.of(environment("MUSTER_CONFIG"));
        String text = Files.readString(original);
        assertThat(text).contains(search);
        Path changed = Files.createTempFile(original.getParent(), "muster", ".yaml");
        return Files.writeString(changed, text.replace(search, replacement) + "\n" + more + "\n");
    }

    private static void addEntry(String name, String surname, String mail) throws Exception {
        try (LDAPConnection connection = RealSite.directory()) {
            connection.add(
                    "dn: uid=" + name + ",ou=people," + RealSite.BASE,
                    "objectClass: inetOrgPerson",
                    "objectClass: posixAccount",
                    "objectClass: OXUserObject",
                    "uid: " + name,
                    "sn: " + surname,
                    "cn: " + surname + " " + name,
                    "mail: " + mail,
                    "mailEnabled: OK",
                    "userPassword: geheim",
                    "uidNumber: " + ThreadLocalRandom.current().nextInt(1 << 20, 1 << 30),
                    "gidNumber: 1100",
                    "homeDirectory: /home/" + name);
        }
    }

    private static void makeFolders(String user, String... names) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(environment("IMAP_HOST"), Integer.parseInt(environment("IMAP_PORT")), user, "geheim-a");
            for (String name : names) {
                store.getFolder(name).create(Folder.HOLDS_MESSAGES);
            }
        }
    }

    private static List<String> displayName(String user) throws Exception {
        return rows(DATABASE, contact("field01"), user);
    }

    private static String contact(String column) {
        return "SELECT c." + column + " FROM prg_contacts c JOIN login2user l ON l.cid = c.cid AND l.id = c.userid"
                + " WHERE l.uid = ?";
    }

    private static String mailSetting(String column) {
        return "SELECT s." + column + " FROM user_setting_mail s JOIN login2user l ON l.cid = s.cid AND l.id = s.user"
                + " WHERE l.uid = ?";
    }

    private static String claims() {
        return "SELECT COUNT(*) FROM muster_claim WHERE user_name = ?";
    }
}
