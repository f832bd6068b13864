package dev.muster.input;

import static dev.muster.input.Feeds.codes;
import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.AccountDefaults;
import dev.muster.model.AccountDraft;
import dev.muster.model.AccountField;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountPassword;
import dev.muster.model.EndpointSource;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.MailboxRoles;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import dev.muster.model.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFeedTest {
    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void anAccountHasKeyAddressesNameAndMembersOutOfItsCells() {
        AccountDraft draft = draft(
                "accountname;displayname;primaryaddress;addresses;users;groups",
                "info;The desk;info@test.tux;office@test.tux,hello@test.tux;anna:manager, bob;support:viewer");
        assertThat(draft.key()).isEqualTo(ObjectKey.account("info"));
        assertThat(draft.addresses())
                .extracting(MailAddress::value)
                .containsExactly("info@test.tux", "office@test.tux", "hello@test.tux");
        assertThat(draft.settings().text(AccountField.NAME)).contains("The desk");
        assertThat(draft.members())
                .contains(List.of(
                        new AccountMember(user("anna"), MailboxRole.MANAGER),
                        new AccountMember(user("bob"), MailboxRole.AGENT),
                        new AccountMember(ObjectKey.group("support"), MailboxRole.VIEWER)));
    }

    @Test
    void aBlankCellSaysNothing() {
        AccountDraft draft = draft("accountname,displayname,primaryaddress,users,groups,quotasize,login", "info,,,,,,");
        assertThat(draft).isEqualTo(draft("accountname", "info"));
        assertThat(draft.members()).isEmpty();
        assertThat(draft.settings().isEmpty()).isTrue();
        assertThat(draft.wishes()).isEqualTo(AccountDraft.Wishes.USUAL);
    }

    @Test
    void theTokenClears() {
        AccountDraft draft = draft(
                "accountname,personal,password,users,quotasize,transport-server",
                "info,-clear-,-clear-,-clear-,-clear-,-clear-");
        assertThat(draft.settings().texts())
                .isEqualTo(Map.of(AccountField.PERSONAL, "", AccountField.TRANSPORT_SERVER, ""));
        assertThat(draft.settings().password(AccountField.PASSWORD)).contains(new AccountPassword.Clear(Secret.of("")));
        assertThat(draft.members()).contains(List.of());
        assertThat(draft.quotaBytes()).contains(-1L);
    }

    @Test
    void whatNoAccountCanBeWithoutIsNotCleared() {
        assertThat(codes(feeds.csv("accountname,displayname,primaryaddress", "info,-clear-,-clear-")))
                .containsExactly(ErrorCode.VALUE_MISSING, ErrorCode.VALUE_MISSING);
    }

    @Test
    void columnsAreCalledAsTheOptionsOfTheOldCommand() {
        AccountDraft draft = draft(
                "accountname,name,primary-address,login,password,mail-server,mail-port,mail-protocol,mail-secure,"
                        + "mail-starttls,transport-server,transport-login,reply-to,drafts-fullname",
                "info,Info,info@test.tux,info,secret,imap.test.tux,993,IMAP,yes,false,smtp.test.tux,out,re@test.tux,Drafts");
        assertThat(draft.settings().texts())
                .containsEntry(AccountField.NAME, "Info")
                .containsEntry(AccountField.MAIL_PORT, "993")
                .containsEntry(AccountField.MAIL_PROTOCOL, "imap")
                .containsEntry(AccountField.MAIL_SECURE, "true")
                .containsEntry(AccountField.MAIL_STARTTLS, "false")
                .containsEntry(AccountField.TRANSPORT_LOGIN, "out")
                .containsEntry(AccountField.REPLY_TO, "re@test.tux")
                .containsEntry(AccountField.DRAFTS_FULLNAME, "Drafts");
        assertThat(draft.settings().password(AccountField.PASSWORD))
                .contains(new AccountPassword.Clear(Secret.of("secret")));
    }

    @Test
    void columnsAreMappedAsThoseOfPeople() {
        ColumnSettings columns = ColumnSettings.defaults()
                .withMapping(Map.of("Postfach", Field.of("accountname"), "Wer", Field.of("users")));
        Feed feed = feeds.open("p.csv", FeedSettings.defaults().withColumns(columns), "Postfach;Wer", "info;anna");
        assertThat(account(feed).members()).isPresent();
    }

    @Test
    void aColumnThatNoAccountHasStopsTheFeed() {
        assertThatThrownBy(() -> feeds.csv("accountname,mail-sever", "info,x"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("nearest is 'mail-server'");
    }

    @Test
    void whoNamesAServerMeansThatOne() {
        AccountDraft draft = draft("accountname,mail-server", "info,imap.test.tux");
        assertThat(draft.mail()).contains(EndpointSource.NONE);
        assertThat(draft.transport()).isEmpty();
    }

    @Test
    void bothEndPointsHaveASourceOfTheirOwn() {
        AccountDraft draft =
                draft("accountname,mail-endpoint-source,transport-endpoint-source", "info, Primary ,localhost");
        assertThat(draft.mail()).contains(EndpointSource.PRIMARY);
        assertThat(draft.transport()).contains(EndpointSource.LOCALHOST);
    }

    @Test
    void theGroupOfEverybodyIsAStarOrZero() {
        assertThat(draft("accountname,groups", "info,*:viewer").members())
                .contains(List.of(new AccountMember(AccountMember.EVERYBODY, MailboxRole.VIEWER)));
        assertThat(draft("accountname,groups", "info,0").members())
                .contains(List.of(new AccountMember(AccountMember.EVERYBODY, MailboxRole.AGENT)));
    }

    @Test
    void quotaLanguageAndWishesAreRead() {
        AccountDraft draft = draft("accountname,quotasize,language,takeover,follow", "info,10,de,yes,false");
        assertThat(draft.quotaBytes()).contains(10L << 20);
        assertThat(draft.language()).contains("DE");
        assertThat(draft.wishes()).isEqualTo(new AccountDraft.Wishes(true, false));
    }

    @Test
    void anAddressOfTheRowMayBeMarkedAsTheDefault() {
        assertThat(draft("accountname,addresses", "info,\"a@test.tux,b@test.tux:default\"")
                        .addresses())
                .extracting(MailAddress::value)
                .containsExactly("b@test.tux", "a@test.tux");
    }

    @Test
    void aSiteHasRolesAndDefaultsOfItsOwn() {
        MailboxRole reader = new MailboxRole("reader", MailboxRole.VIEWER.rights());
        AccountTerms terms = new AccountTerms(MailboxRoles.of(List.of(reader)), AccountDefaults.HOUSE);
        Feed feed = feeds.open(
                "a.csv",
                FeedSettings.defaults().withAccounts(terms),
                "accountname,users",
                "a,anna:reader",
                "b,bob:redaer");
        assertThat(account(feed).members()).contains(List.of(new AccountMember(user("anna"), reader)));
        assertThat(problems(feed)).extracting(Problem::suggestion).containsExactly("Was 'reader' meant?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accountname              | Info                    | accountname VALUE_INVALID       | Write 'info', in every feed
            accountname              | info desk               | accountname VALUE_INVALID       | Write 'info-desk'
            accountname;users        | ;anna                   | accountname VALUE_MISSING       | Fill in its key
            accountname;users        | info;anna:agnt         | users ROLE_UNKNOWN              | Was 'agent' meant?
            accountname;users        | info;anna:boss          | users ROLE_UNKNOWN              | Use one of agent, editor
            accountname;users        | info;anna:              | users ROLE_UNKNOWN              | Use one of agent
            accountname;users        | info;anna:agent:x       | users ROLE_UNKNOWN              | agent
            accountname;users        | info;:agent             | users VALUE_INVALID             | Write name:role
            accountname;users        | info;*                  | users VALUE_INVALID             | everybody is the group *
            accountname;groups       | info;a/b                | groups VALUE_INVALID            | Write name:role
            accountname;users        | info;anna:agent,ANNA:viewer | users VALUE_CONTRADICTS     | Keep one
            accountname;addresses    | info;a@t.tux            | primaryaddress VALUE_MISSING    | Write one of them
            accountname;primaryaddress;addresses | info;a@t.tux;b@t.tux:default | addresses VALUE_CONTRADICTS | Keep one
            accountname;addresses    | info;a@t.tux:default,b@t.tux:default | addresses VALUE_CONTRADICTS | Keep one
            accountname;primaryaddress | info;a b@t.tux        | primaryaddress MAIL_INVALID     | Take the blank out
            accountname;primaryaddress;addresses | info;a@t.tux;b(at)t.tux | addresses MAIL_INVALID | name@example.org
            accountname;mail-endpoint-source | info;primry     | mail-endpoint-source VALUE_INVALID | Was 'primary' meant?
            accountname;mail-endpoint-source | info;none       | mail-server VALUE_MISSING       | Fill in mail-server
            accountname;mail-endpoint-source;mail-server | info;primary;imap.t.tux | mail-server VALUE_CONTRADICTS | write none
            accountname;transport-endpoint-source;transport-port | info;localhost;25 | transport-port VALUE_CONTRADICTS | write none
            accountname;transport-endpoint-source;transport-port | info;none;25 | transport-server VALUE_MISSING | Fill in transport-server
            accountname;mail-server  | info;imap://t.tux       | mail-server VALUE_INVALID       | Write the name only
            accountname;mail-port    | info;70000              | mail-port VALUE_INVALID         | from 1 to 65535
            accountname;mail-port    | info;imap               | mail-port NUMBER_INVALID        | digits
            accountname;mail-protocol | info;smtp              | mail-protocol VALUE_INVALID     | imap
            accountname;mail-secure  | info;maybe              | mail-secure SWITCH_INVALID      | yes or no
            accountname;language     | info;XX                 | language LANGUAGE_UNKNOWN       | Use one of
            accountname;quotasize    | info;10 GB              | quotasize NUMBER_INVALID        | digits
            accountname;password     | info;{SSHA}abc          | password VALUE_INVALID          | the password itself
            """)
    void everyFaultIsToldWithItsFieldAndWhatToDo(String header, String row, String fault, String suggestion) {
        assertThat(problems(feeds.csv(header, row))).singleElement().satisfies(problem -> {
            assertThat(problem.field() + " " + problem.code()).isEqualTo(fault);
            assertThat(problem.suggestion()).contains(suggestion);
            assertThat(problem.toString()).startsWith("users.csv:2 ");
        });
    }

    @Test
    void allFaultsOfARowAreToldAtOnce() {
        assertThat(codes(feeds.csv("accountname,users,mail-port", "INFO,anna:bos,0")))
                .containsExactlyInAnyOrder(ErrorCode.VALUE_INVALID, ErrorCode.ROLE_UNKNOWN, ErrorCode.VALUE_INVALID);
    }

    @Test
    void keyAndAddressesStandInAFeedOnce() {
        assertThat(codes(feeds.csv("accountname,users", "info,anna", "info,bob")))
                .containsExactly(ErrorCode.DUPLICATE_OBJECT, ErrorCode.DUPLICATE_OBJECT);
        assertThat(codes(feeds.csv(
                        "accountname,primaryaddress,addresses", "a,x@test.tux,y@test.tux", "b,z@test.tux,X@test.tux")))
                .containsExactly(ErrorCode.DUPLICATE_ADDRESS, ErrorCode.DUPLICATE_ADDRESS);
    }

    @Test
    void aRejectedRowToldItsKeyAndAddressAllTheSame() {
        assertThat(codes(feeds.csv(
                        "accountname,addresses,users", "a,x@test.tux:default,anna:boss", "a,x@test.tux:default,")))
                .contains(ErrorCode.ROLE_UNKNOWN, ErrorCode.DUPLICATE_OBJECT, ErrorCode.DUPLICATE_ADDRESS);
    }

    @Test
    void whoMaySendWithoutAServerForItIsWorthANote() {
        assertThat(notes(feeds.csv("accountname,transport-endpoint-source,users", "info,none,\"anna,bob:viewer\"")))
                .singleElement()
                .satisfies(note ->
                        assertThat(note.reason()).contains("anna (agent)").doesNotContain("bob"));
        assertThat(notes(feeds.csv("accountname,mail-server,users", "info,imap.test.tux,anna")))
                .hasSize(1);
        assertThat(notes(feeds.csv("accountname,mail-server,users", "info,imap.test.tux,anna:editor")))
                .isEmpty();
        assertThat(notes(feeds.csv("accountname,transport-endpoint-source,users", "info,none,anna:send-only")))
                .isEmpty();
    }

    @Test
    void aPasswordThatOpensNothingIsWorthANote() {
        assertThat(notes(feeds.csv("accountname,password", "info,secret")))
                .singleElement()
                .satisfies(note ->
                        assertThat(note.toString()).contains("{{username}}").doesNotContain("secret"));
        assertThat(notes(feeds.csv("accountname,login,password", "info,info,secret")))
                .isEmpty();
    }

    @Test
    void aFeedOfAccountsHoldsNothingElseAndProvesNobodyAbsent() {
        Feed feed = feeds.csv("accountname", "info");
        assertThat(feed.mayHold(ObjectKey.Kind.ACCOUNT)).isTrue();
        assertThat(feed.mayHold(ObjectKey.Kind.USER)).isFalse();
        assertThat(feed.mayHold(ObjectKey.Kind.GROUP)).isFalse();
        assertThat(new FeedCheck().run(feed, problem -> {})).isEqualTo(new CheckResult(1, 0, false));
    }

    @Test
    void noPasswordIsInTheTextOfADraft() {
        assertThat(draft("accountname,login,password", "info,info,topsecret").toString())
                .doesNotContain("topsecret");
    }

    @Test
    void eachPasswordOfARejectedRowIsAReferenceOfItsOwn() throws IOException {
        Feed feed = feeds.csv("accountname,login,password,transport-password,users", "info,info,first,second,a:b");
        Path target = folder.resolve("rejected.csv");
        new RejectFile(target, "r1").write(feed, problems(feed).iterator());
        assertThat(Files.readString(target))
                .contains("info,info,@run:r1:line:2,@run:r1:line:2:transport-password,a:b,ROLE_UNKNOWN");
        Files.writeString(target, Files.readString(target).replace("a:b,", "a:agent,"));
        try (EarlierFeeds earlier = new EarlierFeeds(run -> Optional.of(feed))) {
            ValueRules rules = ValueRules.defaults().withReferences(earlier);
            AccountDraft draft =
                    account(Feed.open(target, FeedSettings.defaults().withValues(rules)));
            assertThat(draft.settings().password(AccountField.PASSWORD))
                    .contains(new AccountPassword.Clear(Secret.of("first")));
            assertThat(draft.settings().password(AccountField.TRANSPORT_PASSWORD))
                    .contains(new AccountPassword.Clear(Secret.of("second")));
        }
    }

    private AccountDraft draft(String... lines) {
        return account(feeds.csv(lines));
    }

    private static AccountDraft account(Feed feed) {
        return ((FeedRow.Account) rows(feed).get(0)).draft();
    }

    private static List<Problem> notes(Feed feed) {
        List<Problem> notes = new ArrayList<>();
        new FeedCheck(notes::add).run(feed, problem -> {});
        return notes;
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }
}
