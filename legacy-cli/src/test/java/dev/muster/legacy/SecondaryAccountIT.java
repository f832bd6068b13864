package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.legacy.Servers.Said;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The four commands for secondary accounts on MariaDB, in both layouts. */
class SecondaryAccountIT {
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

    abstract static class Commands {
        private static final String ADDRESS = "support@mycompany.com";
        private static final String SETTINGS =
                "--login support@mycompany.com --password secret -e support@mycompany.com"
                        + " --name Support --personal Support --reply-to support@mycompany.com --mail-server imap.mycompany.com"
                        + " --mail-port 143 --mail-protocol imap --mail-secure false --mail-starttls false --transport-server"
                        + " smtp.mycompany.com --transport-port 25 --transport-protocol smtp --transport-secure false"
                        + " --transport-starttls false";
        private static final String WHO = " -A oxadmin -P secret -c 1 ";

        private static final String TABLE_HEADER = "context-id user-id account-id primary-address       name    login"
                + "                 mail-server-URI               transport-login transport-server-URI        ";
        private static final String CSV_HEADER =
                "context-id,user-id,account-id,primary-address,name,login,password,personal,reply-to,mail-server-URL,"
                        + "mail-starttls,transport-login,transport-password,transport-server-URL,transport-starttls,"
                        + "archive-fullname,drafts-fullname,sent-fullname,spam-fullname,trash-fullname,"
                        + "confirmed-spam-fullname,confirmed-ham-fullname";

        private final String configuration;
        private final String database;
        private SecondaryServers servers;

        Commands(String configuration, String database) {
            this.configuration = configuration;
            this.database = database;
        }

        @BeforeEach
        void makePeople() throws LDAPException, SQLException, IOException {
            servers = SecondaryServers.open(configuration, database);
            servers.user(3, "anna");
            servers.user(4, "bernd");
            servers.user(5, "clara");
            servers.group(9, "support", 3, 4);
        }

        @AfterEach
        void cleanUp() throws SQLException, LDAPException {
            servers.close();
        }

        @Test
        void theWholeDialogueOfTheDocument() {
            Said created = servers.document("./createsecondaryaccount" + WHO + "--groups 9 " + SETTINGS);
            assertSaid(
                    created,
                    "Secondary account with primary address support@mycompany.com successfully created for specified"
                            + " users/groups in context 1");
            assertSaid(
                    servers.document("./listsecondaryaccount -A oxadmin -P secret -c 1"),
                    TABLE_HEADER,
                    tableLine(3, 2),
                    tableLine(4, 3));
            assertSaid(
                    servers.document("./createsecondaryaccount" + WHO + "--users 5 -e support@mycompany.com"),
                    "Secondary account with primary address support@mycompany.com successfully updated from specified"
                            + " users/groups in context 1");
            String list = "./listsecondaryaccount -A oxadmin -P secret -c 1 --csv";
            assertSaid(
                    servers.document(list + " --show-passwords"),
                    CSV_HEADER,
                    csvLine(3, 2, "secret"),
                    csvLine(4, 3, "secret"),
                    csvLine(5, 4, "secret"));
            assertSaid(
                    servers.document("./deletesecondaryaccount" + WHO + "--users 4 -e support@mycompany.com"),
                    "Secondary account with primary address support@mycompany.com successfully deleted from specified"
                            + " users/groups in context 1");
            assertSaid(servers.document(list), CSV_HEADER, csvLine(3, 2, "********"), csvLine(5, 4, "********"));
        }

        private static String tableLine(int user, int account) {
            return "         1       " + user + "          " + account + " support@mycompany.com Support"
                    + " support@mycompany.com imap://imap.mycompany.com:143                 "
                    + "smtp://smtp.mycompany.com:25";
        }

        private static String csvLine(int user, int account, String password) {
            return "\"1\",\"" + user + "\",\"" + account + "\",\"support@mycompany.com\",\"Support\","
                    + "\"support@mycompany.com\",\"" + password + "\",\"Support\",\"support@mycompany.com\","
                    + "\"imap://imap.mycompany.com:143\",\"\",\"\",\"" + password
                    + "\",\"smtp://smtp.mycompany.com:25\",\"\",,,,,,,";
        }

        /** Line by line; the document's context is 1, in a column of ten. */
        private void assertSaid(Said said, String... lines) {
            String padded = String.format("%10d", servers.context());
            assertThat(said.err()).isEmpty();
            assertThat(said.status()).isZero();
            assertThat(said.out().lines())
                    .containsExactly(Stream.of(lines)
                            .map(line -> line.replaceFirst("^ {9}1", padded)
                                    .replaceFirst("^\"1\"", "\"" + servers.context() + "\"")
                                    .replaceFirst("context 1$", "context " + servers.context()))
                            .toArray(String[]::new));
        }

        @Test
        void theFirstLineOfAFailureNamesCommandAndContext() {
            String in = " in context " + servers.context();
            assertThat(servers.call("createsecondaryaccount", "--users", "3", "-e", "")
                            .err())
                    .startsWith("account" + in + " could not be created: ");
            assertThat(servers.call("deletesecondaryaccount", "-e", ADDRESS).err())
                    .startsWith("account" + in + " could not be deleted: ");
            assertThat(servers.call("listsecondaryaccount", "--users", "77").err())
                    .startsWith("accounts" + in + " could not be listed: ")
                    .contains("Server response:");
            assertThat(servers.call("updatesecondaryaccount", "-e", ADDRESS).err())
                    .doesNotContain("could not");
        }

        @Test
        void anotherContextIsNotThere() {
            Said said = servers.plainly(
                    List.of("listsecondaryaccount", "-A", "oxadmin", "-P", "secret", "-c", "999999999"));
            assertThat(said.err()).contains("No such context 999999999");
            assertThat(said.status()).isEqualTo(102);
        }

        @Test
        void whereNobodyHasItNothingIsChangedOrDeletedAndThatIsNoFailure() {
            String none =
                    "No such secondary account with primary address support@mycompany.com for specified users/groups"
                            + " in context " + servers.context() + System.lineSeparator();
            assertThat(servers.call("deletesecondaryaccount", "--users", "3", "-e", ADDRESS))
                    .isEqualTo(new Said(0, none, ""));
            assertThat(servers.call("updatesecondaryaccount", "--users", "3", "-e", ADDRESS, "--name", "X"))
                    .isEqualTo(new Said(0, none, ""));
            assertThat(servers.call("listsecondaryaccount").out().lines()).hasSize(1);
            assertThat(servers.call("listsecondaryaccount", "--csv").out()).startsWith(CSV_HEADER);
        }

        @Test
        void groupZeroIsEverybodyButGuests() throws SQLException {
            servers.user(6, "guest");
            servers.update("UPDATE `user` SET guestCreatedBy = 3 WHERE cid = CID AND id = 6");
            create("--groups 0 " + SETTINGS);
            assertThat(members()).containsExactly("3", "4", "5");
        }

        @Test
        void overlappingGroupsAndUsersGetItOnce() throws SQLException {
            servers.group(10, "more", 4, 5);
            create("--users 3 --groups 9,10 " + SETTINGS);
            assertThat(members()).containsExactly("3", "4", "5");
        }

        @Test
        void aGroupWithoutMembersIsDoneWithoutDoingAnything() throws SQLException {
            servers.group(11, "empty");
            create("--groups 11 " + SETTINGS);
            assertThat(members()).isEmpty();
            assertThat(servers.call("listsecondaryaccount", "--groups", "11")
                            .out()
                            .lines())
                    .hasSize(1);
        }

        @Test
        void whoHasItIsPassedOverByASecondCall() throws SQLException {
            create("--users 3 " + SETTINGS);
            List<String> before = servers.rows("SELECT id FROM user_mail_account WHERE secondary = 1 AND cid = CID");
            assertThat(create("--groups 9,0 " + SETTINGS).out()).contains("successfully updated from");
            assertThat(members()).containsExactly("3", "4", "5");
            assertThat(servers.rows(
                            "SELECT id FROM user_mail_account WHERE secondary = 1 AND cid = CID AND `user` = 3"))
                    .isEqualTo(before);
        }

        @Test
        void aSecondCallWithOtherSettingsNamesThemAndWhatChangesThem() {
            create("--users 3 " + SETTINGS);
            Said said = servers.document("createsecondaryaccount" + WHO
                    + "--users 5 -e support@mycompany.com --name Help --mail-port 993 --password other");
            assertThat(said.status()).isEqualTo(103);
            assertThat(said.err()).contains("(mail-port, name, password)", "updatesecondaryaccount");
            assertThat(members()).containsExactly("3");
        }

        @Test
        void withoutTransportNobodyCanSend() {
            create("--users 3 " + SETTINGS.substring(0, SETTINGS.indexOf(" --transport-server")));
            assertThat(servers.call("listsecondaryaccount", "--csv")
                            .out()
                            .lines()
                            .skip(1))
                    .singleElement()
                    .asString()
                    .endsWith("\"imap://imap.mycompany.com:143\",\"\",,,,,,,,,,,");
        }

        @Test
        void serversAreEachMembersOwnAlsoForThoseWhoComeLater() throws SQLException {
            create("--users 3 --login x --name Support -e support@mycompany.com --mail-endpoint-source primary"
                    + " --transport-endpoint-source PRIMARY");
            create("--users 5 -e support@mycompany.com");
            assertThat(servers.rows(
                            "SELECT url FROM user_mail_account WHERE secondary = 1 AND cid = CID ORDER BY `user`"))
                    .containsExactly("imap://imap3:143", "imap://imap5:143");
            assertThat(servers.rows(
                            "SELECT url FROM user_transport_account WHERE secondary = 1 AND cid = CID ORDER BY `user`"))
                    .containsExactly("smtp://smtp3:25", "smtp://smtp5:25");
        }

        @Test
        void readingAndSendingHaveTheirOwnSources() throws SQLException {
            create("--users 3 --login x --name Support -e support@mycompany.com --mail-endpoint-source localhost");
            assertThat(servers.rows(
                            "SELECT CONCAT(url, starttls) FROM user_mail_account WHERE secondary = 1 AND cid = CID"))
                    .containsExactly("imap://localhost:1431");
            assertThat(servers.rows("SELECT url FROM user_transport_account WHERE secondary = 1 AND cid = CID"))
                    .isEmpty();
        }

        @Test
        void aSecondCallDoesWithoutTheStoredIntentToo() throws SQLException, IOException {
            create("--users 4 " + SETTINGS);
            Servers.execute(
                    servers.stateStore(), "DELETE FROM muster_shared_account WHERE context = " + servers.context());
            create("--users 5 -e support@mycompany.com");
            assertThat(servers.rows("SELECT CONCAT(url, name, personal, password IS NULL) FROM user_mail_account"
                            + " WHERE secondary = 1 AND cid = CID"))
                    .hasSize(2)
                    .containsOnly("imap://imap.mycompany.com:143SupportSupport0");
        }

        @Test
        void updateChangesWhatIsGivenAndClearsWithAnEmptyText() {
            create("--groups 9 " + SETTINGS);
            Said said = servers.call(
                    "updatesecondaryaccount",
                    "--groups",
                    "0",
                    "-e",
                    ADDRESS,
                    "--password",
                    "",
                    "--sent-fullname",
                    "Sent");
            assertThat(said.out()).contains("successfully updated from specified users/groups in context");
            assertThat(servers.call("listsecondaryaccount", "--csv")
                            .out()
                            .lines()
                            .skip(1))
                    .allSatisfy(line -> assertThat(line)
                            .contains("\"support@mycompany.com\",\"\",\"Support\"")
                            .endsWith("\"smtp://smtp.mycompany.com:25\",\"\",,,\"Sent\",,,,"));
        }

        @Test
        void thoseWhoComeAfterAnUpdateGetWhatItSaid() {
            create("--groups 9 " + SETTINGS);
            servers.call("updatesecondaryaccount", "--groups", "9", "-e", ADDRESS, "--name", "Help");
            create("--users 5 -e support@mycompany.com");
            assertThat(servers.call("listsecondaryaccount", "--users", "5").out())
                    .contains(" Help ");
        }

        @Test
        void ordinaryAccountsAreNeitherChangedNorDeletedNorShown() throws SQLException {
            String anna = "anna@mycompany.com";
            assertThat(servers.call("deletesecondaryaccount", "--groups", "0", "-e", anna)
                            .out())
                    .startsWith("No such");
            assertThat(servers.call("updatesecondaryaccount", "--groups", "0", "-e", anna, "--name", "X")
                            .out())
                    .startsWith("No such");
            assertThat(servers.rows("SELECT name FROM user_mail_account WHERE cid = CID"))
                    .containsExactly("E-Mail", "E-Mail", "E-Mail");
            assertThat(servers.rows("SELECT name FROM user_transport_account WHERE cid = CID"))
                    .hasSize(3);
        }

        @Test
        void aMemberWithAnOrdinaryAccountOfThatAddressStopsTheWholeCall() throws SQLException {
            servers.update(
                    "INSERT INTO user_mail_account (cid, id, `user`, name, url, login, primary_addr, spam_handler)"
                            + " VALUES (CID, 99, 4, 'Mine', 'imap://elsewhere:143', 'me', 'support@mycompany.com', '')");
            Said said = servers.document("createsecondaryaccount" + WHO + "--groups 9 " + SETTINGS);
            assertThat(said.status()).isEqualTo(106);
            assertThat(said.err()).contains("Duplicate mail account for user 4 in context " + servers.context());
            assertThat(members()).isEmpty();
        }

        @Test
        void anAddressThatIsSomebodysPrimaryAddressIsNotShared() {
            Said said = servers.document(
                    "createsecondaryaccount" + WHO + "--users 5 " + SETTINGS.replace("-e support@", "-e anna@"));
            assertThat(said.status()).isEqualTo(106);
            assertThat(said.err()).contains("anna@mycompany.com is held by anna");
            assertThat(members()).isEmpty();
        }

        @Test
        void whoReadsTheSameMailboxAlreadyIsNamed() {
            create("--users 3 " + SETTINGS);
            Said said = servers.document(
                    "createsecondaryaccount" + WHO + "--users 3 " + SETTINGS.replace("-e support@", "-e other@"));
            assertThat(said.status()).isEqualTo(106);
            assertThat(said.err()).contains("Duplicate mail account for user 3");
        }

        @Test
        void valuesWithQuotesAndUmlautsComeOutAsTheyWentIn() {
            servers.call(
                    "createsecondaryaccount",
                    "--users=3",
                    "--primary-address=" + ADDRESS,
                    "--name=Büro \"Süd\", 1",
                    "--login=x",
                    "--mail-endpoint-source=localhost");
            assertThat(servers.call("listsecondaryaccount", "--csv").out())
                    .contains(",\"Büro \"\"Süd\"\", 1\",\"x\",,,,");
        }

        @Test
        void passwordsAreEncryptedInTheTables() throws SQLException {
            create("--groups 9 " + SETTINGS);
            assertThat(servers.rows("SELECT password FROM user_mail_account WHERE secondary = 1 AND cid = CID"))
                    .hasSize(2)
                    .noneMatch(stored -> stored.contains("secret"));
        }

        @Test
        void helpSaysWhatTheNumbersMean() {
            Said said = servers.plainly(List.of("createsecondaryaccount", "--help"));
            assertThat(said.out()).contains("-e, --primary-address=ADDRESS", "108 no such user or group");
            assertThat(said.status()).isZero();
        }

        private Said create(String options) {
            Said said = servers.document("createsecondaryaccount" + WHO + options);
            assertThat(said.err()).isEmpty();
            assertThat(said.status()).isZero();
            return said;
        }

        private List<String> members() {
            return servers.call("listsecondaryaccount", "--csv")
                    .out()
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\",\"")[1])
                    .toList();
        }
    }
}
