package dev.muster.cli;

import static dev.muster.cli.RealSite.BASE;
import static dev.muster.cli.RealSite.directory;
import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.angus.mail.imap.ACL;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code muster account status} tells of an account that is as it should be, and of one that somebody changed by hand. */
class AccountStatusIT {
    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "s" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    private final String address = mark + "info@test.tux";

    @ParameterizedTest
    @CsvSource({"MUSTER_CONFIG, IMAP", "MUSTER_CONFIG_CYRUS, CYRUS"})
    void whatIsAsItShouldBeIsShownAndEndsWithZero(String configuration, String server) throws Exception {
        bring(configuration);
        try (Mail mail = new Mail(server)) {
            mail.deliver("Archiv");
        }
        Said said = status(configuration, address);
        assertThat(said.status()).as(said.out() + said.err()).isZero();
        assertThat(said.out().lines())
                .contains(
                        "account " + mark + "info, " + address,
                        "  Archiv                               1 messages       1 unseen  (archive)",
                        "  user " + mark
                                + "0: viewer (get folder properties, get message, search message, mark as read)")
                .anyMatch(line -> line.matches("  Entwürfe +0 messages +0 unseen  \\(drafts\\)"))
                .anyMatch(line -> line.matches("quota: .* used, limit 50.0 MB"))
                .anyMatch(line -> line.startsWith("  group " + mark + "g: agent (")
                        && line.endsWith(" -> " + mark + "1, " + mark + "2"))
                .noneMatch(line -> line.contains("should be"));
        Said json = muster("account", "status", "--json", "--config", environment(configuration), address);
        assertThat(json.out()).contains("\"limitBytes\": 52428800", "\"differences\": []");
    }

    @ParameterizedTest
    @CsvSource({"MUSTER_CONFIG, IMAP", "MUSTER_CONFIG_CYRUS, CYRUS"})
    void whateverSomebodyChangedByHandIsSaidAndTheNextImportMendsIt(String configuration, String server)
            throws Exception {
        bring(configuration);
        spoilDirectory();
        spoilRows();
        Path map = senderMap(configuration);
        Files.writeString(map, Files.readString(map).replace(mark + "1, ", ""));
        try (Mail mail = new Mail(server)) {
            mail.let(mark + "0", "Gesendete Objekte", "lrswi");
            mail.let(mark + "4", "INBOX", "lr");
            mail.shutOut(mark + "1", "INBOX");
            mail.shutOut(mark + "1", "Spam");
        }
        Said said = status(configuration, address);
        assertThat(said.status()).as(said.out() + said.err()).isEqualTo(ExitStatus.CHANGES_PENDING.number());
        assertThat(said.out())
                .contains(
                        "account %sinfo: directory, personal: should be 'Das Team', is 'Someone'; import again"
                                .formatted(mark),
                        "user %s0: directory, members: should be a member, is none; import again".formatted(mark),
                        "user %s0: groupware, account: should be attached, is none; import again".formatted(mark),
                        "user %s1: groupware, transport: should be there, is none; import again".formatted(mark),
                        "user %s2: groupware, personal: should be 'Das Team', is 'Someone'; import again"
                                .formatted(mark),
                        "user %s0: rights on Gesendete Objekte: should be viewer (lrs), is".formatted(mark),
                        "user %s1: rights on INBOX, Spam: should be agent (lrswipte), is nothing; import again"
                                .formatted(mark),
                        "%s4: rights on INBOX: should be nothing, is see the folder, read (lr); take them away"
                                .formatted(mark),
                        "%1$s3: sender map, %1$sinfo@test.tux: should be a sender, is none; import again"
                                .formatted(mark),
                        "%1$s1: sender map %2$s, %1$sinfo@test.tux: should be a sender, is none; import again"
                                .formatted(mark, map));
        try (Mail mail = new Mail(server)) {
            mail.shutOut(mark + "4", "INBOX");
        }
        give(configuration);
        Said mended = status(configuration, address);
        assertThat(mended.status()).as(mended.out() + mended.err()).isZero();
    }

    @Test
    void whoCameIntoAGroupSinceIsSaid() throws Exception {
        bring("MUSTER_CONFIG");
        sql(
                "INSERT INTO ox_8.groups_member (cid, id, member) SELECT 1, g.id, l.id FROM ox_8.`groups` g,"
                        + " ox_8.login2user l WHERE g.cid = 1 AND l.cid = 1 AND g.identifier = ? AND l.uid = ?",
                mark + "g",
                mark + "4");
        Said said = status("MUSTER_CONFIG", address);
        assertThat(said.status()).isEqualTo(ExitStatus.CHANGES_PENDING.number());
        assertThat(said.out())
                .contains(
                        " -> %1$s1, %1$s2, %1$s4".formatted(mark),
                        "user %s4: directory, members: should be a member, is none; import again".formatted(mark),
                        "user %s4: groupware, account: should be attached, is none; import again".formatted(mark),
                        "user %s4: rights on Archiv, Entwürfe, Gesendete Objekte, INBOX, Papierkorb, Spam: should be"
                                .formatted(mark),
                        "%1$s4: sender map, %1$sinfo@test.tux: should be a sender, is none".formatted(mark));
    }

    @Test
    void anAccountThatNoImportMadeIsUnknown() {
        Said said = status("MUSTER_CONFIG", "nobody-" + address);
        assertThat(said.status()).isEqualTo(ExitStatus.CONFLICT.number());
        assertThat(said.err()).contains("No import has made a shared account with the address nobody-" + address);
        assertThat(status("MUSTER_CONFIG", "no address").status()).isEqualTo(ExitStatus.USAGE.number());
    }

    private static Path senderMap(String configuration) throws Exception {
        String text = Files.readString(Path.of(environment(configuration)));
        return Path.of(text.replaceAll("(?s).*senderMap: \"?([^\\s\"]+).*", "$1"));
    }

    private static Said status(String configuration, String address) {
        return muster("account", "status", "--config", environment(configuration), address);
    }

    /** A viewer, a group of agents, somebody who only sends, and somebody who is nobody there. */
    private void bring(String configuration) throws Exception {
        StringBuilder people = new StringBuilder("username,surname,givenname,mail,language,employeenumber,password\n");
        for (int i = 0; i < 5; i++) {
            people.append("%1$s%2$d,Muster,Anna,%1$s%2$d@test.tux,de_DE,%1$s%2$d,geheim-%2$d\n".formatted(mark, i));
        }
        run(configuration, write("people.csv", people.toString()));
        run(configuration, write("groups.csv", "groupname,members\n%1$sg,\"%1$s1,%1$s2\"\n".formatted(mark)));
        give(configuration);
    }

    private void give(String configuration) throws Exception {
        String row = "%1$sinfo,Info,Das Team,%2$s,\"%1$s0:viewer,%1$s3:send-only\",%1$sg:agent,50,de\n";
        run(
                configuration,
                write(
                        "accounts.csv",
                        "accountname,displayname,personal,primaryaddress,users,groups,quotasize,language\n"
                                + row.formatted(mark, address)));
    }

    private static void run(String configuration, Path feed) {
        Said said = muster("import", "--json", "--config", environment(configuration), feed.toString());
        assertThat(said.status()).as(said.out() + said.err()).isZero();
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private void spoilDirectory() throws LDAPException {
        try (LDAPConnection connection = directory()) {
            SearchResultEntry entry = connection.searchForEntry(
                    BASE, SearchScope.SUB, "(&(objectClass=oxFunctionalAccount)(cn=" + mark + "info))");
            connection.modify(
                    entry.getDN(),
                    new Modification(ModificationType.REPLACE, "oxPersonal", "Someone"),
                    new Modification(ModificationType.DELETE, "uniqueMember", "uid=" + mark + "0,ou=people," + BASE));
        }
    }

    private void spoilRows() throws SQLException {
        String mine = " = (SELECT id FROM ox_8.login2user WHERE cid = 1 AND uid = ?)";
        String ofAccount =
                " AND id IN (SELECT id FROM ox_8.user_mail_account WHERE secondary = 1 AND primary_addr = ?)";
        sql("DELETE FROM ox_8.user_transport_account_properties WHERE `user`" + mine + ofAccount, mark + "1", address);
        sql("DELETE FROM ox_8.user_transport_account WHERE `user`" + mine + ofAccount, mark + "1", address);
        sql(
                "DELETE FROM ox_8.user_mail_account WHERE secondary = 1 AND `user`" + mine + " AND primary_addr = ?",
                mark + "0",
                address);
        sql(
                "UPDATE ox_8.user_mail_account SET personal = 'Someone' WHERE `user`" + mine + " AND primary_addr = ?",
                mark + "2",
                address);
        sql("DELETE FROM muster.muster_account_login WHERE name = ? AND user_name = ?", mark + "info", mark + "3");
    }

    private static void sql(String statement, String... parameters) throws SQLException {
        String url = "jdbc:mariadb://" + environment("DB_HOST") + ":" + environment("DB_PORT") + "/";
        try (Connection connection =
                        DriverManager.getConnection(url, environment("DB_USER"), environment("DB_PASSWORD"));
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        }
    }

    /** The account's own session, with another client's code. */
    private final class Mail implements AutoCloseable {
        private final IMAPStore store;

        Mail(String server) throws Exception {
            Properties properties = new Properties();
            properties.setProperty("mail.imap.sasl.enable", "true");
            properties.setProperty("mail.imap.sasl.authorizationid", mark + "info");
            properties.setProperty("mail.imap.auth.plain.disable", "false");
            properties.setProperty("mail.imap.auth.mechanisms", "PLAIN");
            store = (IMAPStore) Session.getInstance(properties).getStore("imap");
            store.connect(
                    environment(server + "_HOST"),
                    Integer.parseInt(environment(server + "_PORT")),
                    environment(server + "_ADMIN"),
                    environment(server + "_ADMIN_PASSWORD"));
        }

        void let(String who, String folder, String letters) throws Exception {
            folder(folder).addACL(new ACL(who, new Rights(letters)));
        }

        void shutOut(String who, String folder) throws Exception {
            folder(folder).removeACL(who);
        }

        void deliver(String folder) throws Exception {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setText("x");
            folder(folder).appendMessages(new Message[] {message});
        }

        private IMAPFolder folder(String name) throws Exception {
            return (IMAPFolder) store.getFolder(name);
        }

        @Override
        public void close() throws Exception {
            store.close();
        }
    }
}
