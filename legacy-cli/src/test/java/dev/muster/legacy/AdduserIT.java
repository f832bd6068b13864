package dev.muster.legacy;

import static dev.muster.legacy.Servers.DATABASE;
import static dev.muster.legacy.Servers.call;
import static dev.muster.legacy.Servers.column;
import static dev.muster.legacy.Servers.entry;
import static dev.muster.legacy.Servers.folders;
import static dev.muster.legacy.Servers.person;
import static dev.muster.legacy.Servers.rows;
import static dev.muster.legacy.Servers.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.legacy.Servers.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each parameter of {@code adduser} does on slapd, MariaDB and Dovecot. */
class AdduserIT {
    private final String name = Servers.mark();

    @Test
    void mandatoryParametersMakeAPersonWithEverything() throws Exception {
        add();
        assertThat(values(name, "sn")).containsExactly("Martin");
        assertThat(values(name, "gidNumber")).containsExactly("1100");
        assertThat(values(name, "mailEnabled")).containsExactly("OK");
        assertThat(values(name, "colocRouteAddr")).containsExactly(name + "@localhost");
        assertThat(column("user_configuration", "user", "permissions", name)).containsExactly("268422943");
        assertThat(column("groups_member", "member", "id", name))
                .isEqualTo(rows(DATABASE, "SELECT MIN(id) FROM `groups` WHERE cid = 1"));
        assertThat(column("user", "id", "mailEnabled", name)).containsExactly("1");
        assertThat(column("user_setting_mail", "user", "send_addr", name)).containsExactly(name + "@test.tux");
        assertThat(column("oxfolder_tree", "created_from", "fuid", name)).hasSize(10);
        assertThat(column("user_mail_account", "user", "login", name)).containsExactly(name);
        assertThat(folders(name, "geheim")).isNotEmpty();
    }

    @Test
    void aliasIsTheMailAddressWhereNoneIsGiven() throws Exception {
        add();
        assertThat(values(name, "alias")).containsExactly(name + "@test.tux");
        assertThat(column("user_alias", "user", "alias", name)).containsExactly(name + "@test.tux");
    }

    @Test
    void aliasTakesAddressesWithCommas() throws Exception {
        add("--alias=a" + name + "@example1.tux, b" + name + "@example2.tux");
        assertThat(values(name, "alias"))
                .containsExactlyInAnyOrder("a" + name + "@example1.tux", "b" + name + "@example2.tux");
        assertThat(column("user_alias", "user", "alias", name))
                .containsExactly("a" + name + "@example1.tux", "b" + name + "@example2.tux", name + "@test.tux");
    }

    @Test
    void givennameIsPartOfTheDisplayName() throws Exception {
        add("--givenname=Stephan");
        assertThat(values(name, "givenName")).containsExactly("Stephan");
        assertThat(values(name, "displayName")).containsExactly("Martin, Stephan");
        assertThat(column("prg_contacts", "userid", "field03", name)).containsExactly("Stephan");
    }

    @Test
    void languageNamesTheFolders() throws Exception {
        add("--language=DE");
        assertThat(values(name, "preferredLanguage")).containsExactly("de_DE");
        assertThat(column("user", "id", "preferredLanguage", name)).containsExactly("de_DE");
        assertThat(column("oxfolder_tree", "created_from", "fname", name)).contains("Kalender", "Kontakte", "Aufgaben");
        assertThat(folders(name, "geheim")).contains("Entwürfe", "Papierkorb");
        assertThat(column("user_setting_mail", "user", "std_trash", name)).containsExactly("Papierkorb");
    }

    @Test
    void imapTemplateChoosesTheFoldersOfAClient() throws Exception {
        add("--language=DE", "--ox_user_create_imap_template=DE_Thunderbird");
        assertThat(folders(name, "geheim")).contains("Gesendet", "Vorlagen");
        assertThat(column("user_setting_mail", "user", "std_sent", name)).containsExactly("Gesendet");
    }

    @Test
    void timezoneAndCountryAreThoseGiven() throws Exception {
        add("--timezone=Asia/Tokyo", "--country=JP");
        assertThat(values(name, "OXTimeZone")).containsExactly("Asia/Tokyo");
        assertThat(values(name, "userCountry")).containsExactly("JP");
        assertThat(column("user", "id", "timeZone", name)).containsExactly("Asia/Tokyo");
    }

    @Test
    void disableTakesModulesAwayBitByBit() throws Exception {
        add("--disable=bookmarks,calendar,contacts,documents,forum,pinboard,projects,tasks");
        long without = 268422943L & ~(1 << 12 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 5 | 1 << 3);
        assertThat(column("user_configuration", "user", "permissions", name)).containsExactly(Long.toString(without));
    }

    @Test
    void disableOfWebmailLeavesTheMailbox() throws Exception {
        add("--disable=webmail");
        assertThat(column("user_configuration", "user", "permissions", name))
                .containsExactly(Long.toString(268422943L & ~1));
        assertThat(folders(name, "geheim")).isNotEmpty();
    }

    @Test
    void disableOfAModuleThatIsNoMoreIsKeptWithAWarning() throws Exception {
        Said said = add("--disable=knowledge,pinboard_public");
        assertThat(said.err()).contains("no module knowledge any more").contains("no module pinboard_public any more");
        assertThat(column("user_configuration", "user", "permissions", name)).containsExactly("268422943");
        assertThat(column("user_attribute", "id", "name", name))
                .contains("muster/disabled.knowledge", "muster/disabled.pinboard_public");
    }

    @Test
    void notActivatedMeansNoLoginAndNoMail() throws Exception {
        add("--activated=no");
        assertThat(values(name, "mailEnabled")).containsExactly("NONE");
        assertThat(column("user", "id", "mailEnabled", name)).containsExactly("0");
    }

    @Test
    void changepasswdAsksForANewOneAtTheFirstLogin() throws Exception {
        add("--changepasswd=yes");
        assertThat(values(name, "shadowLastChange")).containsExactly("0");
        assertThat(column("user", "id", "shadowLastChange", name)).containsExactly("1");
    }

    @Test
    void globaladdressbookIsARightInBoth() throws Exception {
        add("--globaladdressbook=yes");
        assertThat(addressAdmins()).contains("uid=" + name + ",ou=people," + Servers.BASE);
        assertThat(addressBook()).containsExactly("2/4/4/0");
    }

    @Test
    void withoutGlobaladdressbookItIsOnlyRead() throws Exception {
        add();
        assertThat(addressAdmins()).doesNotContain("uid=" + name + ",ou=people," + Servers.BASE);
        assertThat(addressBook()).containsExactly("2/4/0/0");
    }

    @Test
    void anyAttributeOfTheSchemaGoesToTheEntry() throws Exception {
        add("--birthDay=1984-01-01", "--homePhone", "012345.67890", "--carLicense=TE-ST 1");
        assertThat(values(name, "birthDay")).containsExactly("1984-01-01");
        assertThat(values(name, "homePhone")).containsExactly("012345.67890");
        assertThat(values(name, "carLicense")).containsExactly("TE-ST 1");
        assertThat(column("prg_contacts", "userid", "field49", name)).containsExactly("012345.67890");
    }

    @Test
    void namesOfEarlierReleasesAreUnderstoodAndSaidToBeOld() throws Exception {
        Said said = call(
                "adduser",
                "--username=" + name,
                "--passwd=geheim",
                "--name=Stephan",
                "--sname=Martin",
                "--maildomain=test.tux",
                "--ox_timezone=Europe/Paris",
                "--lang=FR",
                "--mail_enabled=TRUE",
                "--inetmail=TRUE",
                "--ox_appointment_days=3",
                "--ox_task_days=4",
                "--write_global_address=TRUE",
                "--shell=/bin/bash");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.err()).contains("--sname is the older name of --surname.");
        assertThat(values(name, "mail")).containsExactly(name + "@test.tux");
        assertThat(values(name, "OXAppointmentDays")).containsExactly("3");
        assertThat(values(name, "OXTaskDays")).containsExactly("4");
        assertThat(values(name, "loginShell")).containsExactly("/bin/bash");
        assertThat(values(name, "lnetMailAccess")).containsExactly("TRUE");
        assertThat(addressBook()).containsExactly("2/4/4/0");
    }

    @Test
    void passwordsComeFromStandardInputLineByLine() throws Exception {
        List<String> words = List.of(
                "adduser",
                "--adminuser=uid=mailadmin," + Servers.BASE,
                "--adminpasswd=-",
                "--username=" + name,
                "--password-file=-",
                "--surname=Martin",
                "--mail=" + name + "@test.tux",
                "--colocrouteaddr=" + name + "@localhost");
        Said said = Servers.said("secret\nvon-hier\n", words);
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(folders(name, "von-hier")).isNotEmpty();
    }

    @Test
    void aFailingDatabaseTakesBackTheEntry() throws Exception {
        String trigger = "CREATE TRIGGER refuse_" + name + " BEFORE INSERT ON user_setting_mail FOR EACH ROW"
                + " IF NEW.send_addr = '" + name + "@test.tux' THEN SIGNAL SQLSTATE '45000'; END IF";
        Servers.execute(DATABASE, trigger);
        try {
            Said said = call("adduser", person(name));
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.err()).contains("taken back");
            assertNothingIsLeft();
        } finally {
            Servers.execute(DATABASE, "DROP TRIGGER refuse_" + name);
        }
        add();
    }

    @Test
    void aFailingMailStoreTakesBackEntryAndRows() throws Exception {
        Said said = call("adduser", person(name, "--mail_folders=a//b"));
        assertThat(said.status()).as(said.out() + said.err()).isNotZero();
        assertNothingIsLeft();
        add();
    }

    @Test
    void anUnreachableMailStoreTakesBackEntryAndRows() throws Exception {
        String away = Servers.configuration("MUSTER_CONFIG", "port: " + Servers.environment("IMAP_PORT"), "port: 9")
                .toString();
        Said said = call("adduser", person(name, "--config=" + away));
        assertThat(said.status()).as(said.err()).isEqualTo(69);
        assertNothingIsLeft();
    }

    @Test
    void keepPartialSaysWhatIsThereAndHowToGoOn() throws Exception {
        String away = Servers.configuration("MUSTER_CONFIG", "port: " + Servers.environment("IMAP_PORT"), "port: 9")
                .toString();
        Said said = call("adduser", person(name, "--keep-partial", "--config=" + away));
        assertThat(said.status()).isEqualTo(69);
        assertThat(said.err()).contains("--source_only=").contains("deluser --username=" + name);
        assertThat(entry(name)).isNotNull();
        assertThat(call("adduser", "--source_only=imap", "--username=" + name).status())
                .isZero();
    }

    private Said add(String... more) {
        Said said = call("adduser", person(name, more));
        assertThat(said.status()).as(said.err()).isZero();
        return said;
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(entry(name)).isNull();
        assertThat(rows(DATABASE, "SELECT id FROM login2user WHERE uid = ?", name))
                .isEmpty();
        assertThat(rows(DATABASE, "SELECT alias FROM user_alias WHERE alias LIKE ?", name + "%"))
                .isEmpty();
        assertThat(rows(
                        Servers.environment("DB_NAME_STATE"),
                        "SELECT user_name FROM muster_claim WHERE user_name = ?",
                        name))
                .isEmpty();
    }

    private List<String> addressBook() throws Exception {
        return rows(
                DATABASE,
                "SELECT CONCAT_WS('/', p.fp, p.orp, p.owp, p.odp) FROM oxfolder_permissions p JOIN login2user l"
                        + " ON l.cid = p.cid AND l.id = p.permission_id WHERE p.fuid = 6 AND l.uid = ?",
                name);
    }

    private static List<String> addressAdmins() throws Exception {
        try (com.unboundid.ldap.sdk.LDAPConnection connection = Servers.directory()) {
            return List.of(connection
                    .getEntry("cn=AddressAdmins,o=AddressBook,ou=OxObjects," + Servers.BASE)
                    .getAttributeValues("member"));
        }
    }
}
