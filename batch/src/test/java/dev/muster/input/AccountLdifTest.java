package dev.muster.input;

import static dev.muster.input.Feeds.codes;
import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountField;
import dev.muster.model.AccountMember;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.UserName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountLdifTest {
    private static final String ACCOUNT = """
            dn: cn=info,ou=accounts,dc=test,dc=tux
            objectClass: oxFunctionalAccount
            cn: info
            mailPrimaryAddress: info@test.tux
            alias: office@test.tux
            oxPersonal: Info Desk
            oxQuota: 100
            uniqueMember: uid=anna,ou=people,dc=test,dc=tux
            uniqueMember: cn=support,ou=groups,dc=test,dc=tux
            """;
    private static final String PERSON = """
            dn: uid=anna,ou=people,dc=test,dc=tux
            objectClass: inetOrgPerson
            uid: anna
            sn: Berg
            mail: anna@test.tux
            """;
    private static final String GROUP = """
            dn: cn=support,ou=groups,dc=test,dc=tux
            objectClass: posixGroup
            cn: support
            memberUid: anna
            """;

    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void aFunctionalAccountIsOneAmongPeopleAndGroups() {
        Feed feed = ldif(PERSON, ACCOUNT, GROUP);
        assertThat(rows(feed)).extracting(FeedRow::identity).containsExactly("anna", "account info", "group support");
        assertThat(problems(feed)).isEmpty();
        try (FeedReader accounts = feed.reader(ObjectKey.Kind.ACCOUNT)) {
            assertThat(accounts.next().map(row -> row.origin().ordinal())).contains(2L);
            assertThat(accounts.next()).isEmpty();
        }
    }

    @Test
    void itsAttributesAreTheFieldsOfAnAccount() {
        AccountDraft draft = account(ldif(ACCOUNT));
        assertThat(draft.addresses())
                .extracting(MailAddress::value)
                .containsExactly("info@test.tux", "office@test.tux");
        assertThat(draft.settings().text(AccountField.PERSONAL)).contains("Info Desk");
        assertThat(draft.quotaBytes()).contains(100L << 20);
        assertThat(draft.members())
                .contains(List.of(
                        new AccountMember(ObjectKey.user(UserName.of("anna")), MailboxRole.AGENT),
                        new AccountMember(ObjectKey.group("support"), MailboxRole.AGENT)));
    }

    @Test
    void aMemberThatIsNeitherUserNorGroupIsAProblem() {
        assertThat(problems(ldif(ACCOUNT + "uniqueMember: ou=people,dc=test,dc=tux\n")))
                .singleElement()
                .asString()
                .contains("uniqueMember: 'ou=people,dc=test,dc=tux' names neither a user")
                .contains("[VALUE_INVALID]");
    }

    @Test
    void aKeyInAnotherFormIsAProblem() {
        assertThat(codes(ldif(ACCOUNT.replace("cn=info", "cn=Info").replace("cn: info", "cn: Info"))))
                .containsExactly(ErrorCode.VALUE_INVALID);
    }

    @Test
    void anAddressThatSomebodyHasInTheSameFeedIsADuplicate() {
        assertThat(codes(ldif(PERSON, ACCOUNT.replace("office@test.tux", "Anna@test.tux"))))
                .containsExactly(ErrorCode.DUPLICATE_ADDRESS, ErrorCode.DUPLICATE_ADDRESS);
    }

    @Test
    void whatIsNotCarriedOverIsNoted() {
        List<String> notes = new ArrayList<>();
        new FeedCheck(note -> notes.add(note.reason()))
                .run(ldif(ACCOUNT + "description: the desk\nuserPassword: secret\n"), problem -> {});
        assertThat(notes).containsExactly("Muster does not carry over description, userPassword of a shared account.");
    }

    @Test
    void aRejectedAccountStandsInTheRejectFileAsItWas() throws Exception {
        Feed feed = ldif(PERSON, ACCOUNT.replace("oxQuota: 100", "oxQuota: much"));
        Path target = folder.resolve("rejected.ldif");
        new RejectFile(target, "r1").write(feed, problems(feed).iterator());
        assertThat(Files.readString(target)).contains("# rejected: NUMBER_INVALID oxQuota", "uniqueMember: uid=anna");
        Files.writeString(target, Files.readString(target).replace("oxQuota: much", "oxQuota: 5"));
        assertThat(account(Feed.open(target, FeedSettings.defaults())).quotaBytes())
                .isEqualTo(Optional.of(5L << 20));
    }

    private Feed ldif(String... records) {
        return feeds.open("site.ldif", FeedSettings.defaults(), String.join("\n", records));
    }

    private static AccountDraft account(Feed feed) {
        return ((FeedRow.Account) rows(feed).get(0)).draft();
    }
}
