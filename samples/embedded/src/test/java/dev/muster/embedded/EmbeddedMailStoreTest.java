package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.FolderRole;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedMailStoreTest {
    private EmbeddedDirectory directory;
    private EmbeddedMailStore server;

    @BeforeEach
    void start() throws Exception {
        directory = EmbeddedDirectory.start();
        People.add(directory, People.anna());
        server = EmbeddedMailStore.start(directory, Map.of("entwürfe", FolderRole.DRAFTS, "下書き", FolderRole.DRAFTS));
    }

    @AfterEach
    void stop() {
        server.close();
        directory.close();
    }

    @Test
    void letsTheAdministratorActForAPerson() throws MessagingException {
        try (IMAPStore store = administratorAs("anna")) {
            assertThat(store.hasCapability("AUTH=PLAIN")).isTrue();
            create(store, "Entwürfe");
        }

        try (IMAPStore store = anna()) {
            assertThat(store.getFolder("Entwürfe").exists()).isTrue();
            assertThat(store.getFolder("Entwürfe").isSubscribed()).isTrue();
        }
    }

    @Test
    void announcesWhatAFolderIsForInItsLanguage() throws MessagingException {
        try (IMAPStore store = administratorAs("anna")) {
            create(store, "Entwürfe");
            create(store, "下書き");
            create(store, "Sent");
            create(store, "Projekte");

            assertThat(listed(store))
                    .anyMatch(line -> line.contains("\\Drafts") && line.contains("\"Entw&APw-rfe\""))
                    .anyMatch(line -> line.contains("\\Drafts") && line.contains("\"&Tgtm+DBN-\""))
                    .anyMatch(line -> line.contains("\\Sent") && line.contains("\"Sent\""))
                    .anyMatch(line -> !line.contains("\\Drafts") && line.contains("\"Projekte\""));
        }
    }

    @Test
    void carriesOutABurstInItsOrder() throws MessagingException {
        try (IMAPStore store = administratorAs("anna")) {
            List<String> answers = burst(
                    store,
                    List.of(
                            "CREATE A",
                            "SUBSCRIBE A",
                            "CREATE B",
                            "SUBSCRIBE B",
                            "CREATE A",
                            "LIST \"\" \"*\" RETURN (SUBSCRIBED)"));

            assertThat(answers.stream().filter(line -> !line.startsWith("*")))
                    .extracting(line -> line.split(" ")[1])
                    .containsExactly("OK", "OK", "OK", "OK", "NO", "OK");
            assertThat(answers)
                    .filteredOn(line -> line.startsWith("* LIST") && line.contains("\\Subscribed"))
                    .hasSize(3); // A, B and the INBOX of the first login
        }
    }

    @Test
    void separatesLevelsByADot() throws MessagingException {
        try (IMAPStore store = administratorAs("anna")) {
            create(store, "Projekte.Sommer");

            assertThat(store.getDefaultFolder().getSeparator()).isEqualTo('.');
            assertThat(store.getFolder("Projekte").list("%")[0].getFullName()).isEqualTo("Projekte.Sommer");
        }
    }

    @Test
    void letsTheAdministratorSetAQuota() throws MessagingException {
        try (IMAPStore store = administratorAs("anna")) {
            setStorage(store, 51200);

            assertThat(store.getQuota("INBOX")[0].resources[0].limit).isEqualTo(51200);
        }
    }

    @Test
    void refusesAQuotaThatAPersonGivesHerself() throws MessagingException {
        try (IMAPStore store = anna()) {
            assertThatThrownBy(() -> setStorage(store, 51200)).isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void startsAMailboxWithoutFoldersOfItsOwn() throws MessagingException {
        try (IMAPStore store = anna()) {
            assertThat(store.getDefaultFolder().list("*"))
                    .extracting(Folder::getFullName)
                    .isSubsetOf("INBOX");
        }
    }

    @Test
    void renamesAndDeletesAFolder() throws MessagingException {
        try (IMAPStore store = anna()) {
            create(store, "Alt");
            store.getFolder("Alt").renameTo(store.getFolder("Neu"));
            assertThat(store.getFolder("Alt").exists()).isFalse();
            assertThat(store.getFolder("Neu").exists()).isTrue();

            store.getFolder("Neu").delete(true);
            assertThat(store.getFolder("Neu").exists()).isFalse();
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> login("anna", "wrong", "anna")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void refusesAPersonWhoActsForAnother() throws Exception {
        People.add(directory, People.person("otto", "x"));

        assertThatThrownBy(() -> login("anna", People.PASSWORD, "otto"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void refusesToActForSomebodyUnknown() {
        assertThatThrownBy(() -> administratorAs("nobody")).isInstanceOf(AuthenticationFailedException.class);
    }

    private IMAPStore administratorAs(String user) throws MessagingException {
        return login(EmbeddedDirectory.ADMINISTRATOR, "secret", user);
    }

    private IMAPStore anna() throws MessagingException {
        return login("anna", People.PASSWORD, "anna");
    }

    private IMAPStore login(String user, String password, String actingFor) throws MessagingException {
        return Imap.login(server.port(), user, password, actingFor);
    }

    private static void create(IMAPStore store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        assertThat(folder.create(Folder.HOLDS_MESSAGES)).isTrue();
        folder.setSubscribed(true);
    }

    private static List<String> listed(IMAPStore store) throws MessagingException {
        Response[] answers = (Response[]) ((IMAPFolder) store.getFolder("INBOX"))
                .doCommand(protocol -> protocol.command("LIST \"\" \"*\" RETURN (SPECIAL-USE)", null));
        return Arrays.stream(answers).map(Response::toString).toList();
    }

    /** Writes all commands before it reads the first answer. */
    private static List<String> burst(IMAPStore store, List<String> commands) throws MessagingException {
        List<String> answers = new ArrayList<>();
        ((IMAPFolder) store.getFolder("INBOX")).doCommand(protocol -> {
            try {
                for (String command : commands) {
                    protocol.writeCommand(command, null);
                }
                for (int tagged = 0; tagged < commands.size(); ) {
                    Response answer = protocol.readResponse();
                    answers.add(answer.toString());
                    tagged += answer.isTagged() ? 1 : 0;
                }
            } catch (IOException e) {
                throw new ProtocolException("The burst broke off", e);
            }
            return answers;
        });
        return answers;
    }

    private static void setStorage(IMAPStore store, long kibibytes) throws MessagingException {
        Quota quota = new Quota(store.getQuota("INBOX")[0].quotaRoot);
        quota.setResourceLimit("STORAGE", kibibytes);
        store.setQuota(quota);
    }
}
