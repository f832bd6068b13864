package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountDifference;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountField;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.FolderRole;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.MailboxRoles;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import dev.muster.model.SharedAccount;
import dev.muster.model.UserName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountDriftTest {
    private static final ObjectKey INFO = new ObjectKey(ObjectKey.Kind.ACCOUNT, "info");
    private static final MailAddress ADDRESS = MailAddress.of("info@test.tux");
    private static final ObjectKey ANNA = user("anna");
    private static final ObjectKey BERND = user("bernd");
    private static final ObjectKey CARLA = user("carla");
    private static final SharedAccount ACCOUNT = new SharedAccount(
            ADDRESS,
            new AccountSettings(
                    Map.of(
                            AccountField.NAME,
                            "Info",
                            AccountField.LOGIN,
                            "{{username}}/x",
                            AccountField.PERSONAL,
                            "Us"),
                    Map.of()),
            EndpointSource.PRIMARY,
            EndpointSource.PRIMARY);
    private static final WantedAccount WANTED = new WantedAccount(
            INFO,
            ACCOUNT,
            List.of(),
            Optional.of(50L << 20),
            Map.of(ANNA, MailboxRole.AGENT, BERND, MailboxRole.VIEWER, CARLA, MailboxRole.SEND_ONLY));
    private static final AccountEntry ENTRY =
            new AccountEntry(INFO, ADDRESS, List.of(), Optional.of("Us"), Optional.of(50L << 20), Set.of(ANNA, BERND));
    private static final MailboxStatus MAILBOX = new MailboxStatus(
            List.of(
                    new MailboxStatus.Folder("INBOX", Optional.empty(), 0, 0),
                    new MailboxStatus.Folder("Sent", Optional.of(FolderRole.SENT), 0, 0)),
            OptionalLong.of(0),
            OptionalLong.of(50L << 20));
    private static final Map<String, String> IN_INBOX =
            Map.of("info", "lrswipkxtea", "anna", "lrswipted", "bernd", "lrs");
    private static final Map<String, String> IN_SENT =
            Map.of("info", "lrswipkxtea", "anna", "lrswipte", "bernd", "lrs", "carla", "li");

    private final AccountDrift drift = new AccountDrift(WANTED, MailboxRoles.HOUSE);

    @Test
    void whatIsAsItShouldBeIsNotSaid() {
        assertThat(drift.directory(Optional.of(ENTRY))).isEmpty();
        assertThat(drift.rows(Map.of(ANNA, row("Us", true), BERND, row("Us", false))))
                .isEmpty();
        assertThat(drift.mailbox(MAILBOX)).isEmpty();
        assertThat(rights(IN_INBOX, IN_SENT)).isEmpty();
        assertThat(senders(Set.of("anna", "carla"))).isEmpty();
    }

    @Test
    void aDirectoryThatDiffersIsSaidMemberByMember() {
        assertThat(drift.directory(Optional.empty()))
                .extracting(AccountDifference::toString)
                .containsExactly("account info: directory: should be an object, is none; import again");
        AccountEntry other =
                new AccountEntry(INFO, ADDRESS, List.of(), Optional.of("Them"), Optional.empty(), Set.of(ANNA, CARLA));
        assertThat(drift.directory(Optional.of(other)))
                .extracting(AccountDifference::toString)
                .containsExactly(
                        "account info: directory, personal: should be 'Us', is 'Them'; import again",
                        "account info: directory, quota: should be '50 MB', is 'no limit'; import again",
                        "user bernd: directory, members: should be a member, is none; import again",
                        "user carla: directory, members: should be none, is a member; import again");
    }

    @Test
    void aRowThatDiffersIsSaid() {
        assertThat(drift.rows(Map.of(ANNA, row("Them", false), CARLA, row("Us", false))))
                .extracting(AccountDifference::toString)
                .containsExactly(
                        "user bernd: groupware, account: should be attached, is none; import again",
                        "user carla: groupware, account: should be none, is attached; import again",
                        "user anna: groupware, transport: should be there, is none; import again",
                        "user anna: groupware, personal: should be 'Us', is 'Them'; import again");
    }

    @Test
    void aMailboxThatIsGoneOrTooSmallIsSaid() {
        assertThat(drift.mailbox(MailboxStatus.NONE))
                .singleElement()
                .hasToString("account info: mailbox: should be there, is none; import again");
        MailboxStatus small = new MailboxStatus(MAILBOX.folders(), OptionalLong.of(0), OptionalLong.of(20L << 20));
        assertThat(drift.mailbox(small))
                .singleElement()
                .hasToString("account info: mailbox, quota: should be '50 MB', is '20 MB'; import again");
    }

    @Test
    void rightsThatDifferInTheSameWayAreSaidTogether() {
        assertThat(rights(Map.of("anna", "lrs", "bernd", "lrs", "dora", "lr"), Map.of("anna", "lrs", "bernd", "lrsw")))
                .extracting(AccountDifference::toString)
                .containsExactly(
                        "user anna: rights on INBOX, Sent: should be agent (lrswipte), is viewer (lrs); import again",
                        "user bernd: rights on Sent: should be viewer (lrs), is editor (lrsw); import again",
                        "user carla: rights on Sent: should be send-only (li), is nothing; import again",
                        "dora: rights on INBOX: should be nothing, is see the folder, read (lr); take them away"
                                + " (DELETEACL) if nobody gave them on purpose, or make this a member");
    }

    @Test
    void whoMayNotSendAnyMoreIsSaid() {
        assertThat(senders(Set.of("anna", "bernd")))
                .extracting(AccountDifference::toString)
                .containsExactly(
                        "carla: sender map, info@test.tux: should be a sender, is none; import again",
                        "bernd: sender map, info@test.tux: should be none, is a sender; import again");
    }

    private List<AccountDifference> senders(Set<String> logins) {
        return drift.senders("sender map", Map.of("info@test.tux", logins), ObjectKey::name);
    }

    private List<AccountDifference> rights(Map<String, String> inbox, Map<String, String> sent) {
        return drift.rights(
                new MailboxRights(Map.of("INBOX", inbox, "Sent", sent), Map.of("Sent", FolderRole.SENT)),
                ObjectKey::name,
                Set.of("info"));
    }

    private static AttachedAccount row(String personal, boolean sends) {
        MailServer server = new MailServer("imap://localhost:143", false);
        return new AttachedAccount(
                ADDRESS.value(),
                3,
                1,
                new AccountSettings(Map.of(AccountField.NAME, "Info", AccountField.PERSONAL, personal), Map.of()),
                server,
                sends ? Optional.of(server) : Optional.empty());
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }
}
