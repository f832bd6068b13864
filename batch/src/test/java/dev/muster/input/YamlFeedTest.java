package dev.muster.input;

import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountField;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountPassword;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import dev.muster.model.UserName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFeedTest {
    @TempDir
    Path folder;

    private Feeds feeds;
    private Path target;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
        target = folder.resolve("rejected.yaml");
    }

    @Test
    void anItemIsARowOfTheSameColumns() {
        Feed feed = yaml("""
                # shared accounts
                accounts:
                  - accountname: info
                    primaryaddress: info@test.tux
                    addresses: [office@test.tux, hello@test.tux]
                    users: anna:manager, bob
                    password: '007'
                    takeover: true
                  - {accountname: support, quotasize: 10}
                """);
        assertThat(rows(feed)).extracting(FeedRow::identity).containsExactly("account info", "account support");
        assertThat(rows(feed)).extracting(row -> row.origin().toString()).containsExactly("a.yaml:3", "a.yaml:9");
        AccountDraft info = account(feed);
        assertThat(info.addresses()).hasSize(3);
        assertThat(info.settings().password(AccountField.PASSWORD))
                .contains(new AccountPassword.Clear(Secret.of("007")));
        assertThat(info.wishes().takeOver()).isTrue();
        assertThat(info.members())
                .contains(List.of(manager("anna"), new AccountMember(user("bob"), MailboxRole.AGENT)));
    }

    @Test
    void membersMayStandAsAListOfUsersAndGroups() {
        AccountDraft draft = account(yaml("""
                accounts:
                  - accountname: info
                    members:
                      - {user: anna, role: manager}
                      - user: bob
                      - group: support
                        role: viewer
                      - {group: '*', role: viewer}
                """));
        assertThat(draft.members())
                .contains(List.of(
                        manager("anna"),
                        new AccountMember(user("bob"), MailboxRole.AGENT),
                        new AccountMember(ObjectKey.group("support"), MailboxRole.VIEWER),
                        new AccountMember(AccountMember.EVERYBODY, MailboxRole.VIEWER)));
    }

    @Test
    void anAddressOfAListMayBeTheDefault() {
        AccountDraft draft = account(yaml("""
                accounts:
                  - accountname: info
                    addresses:
                      - a@test.tux
                      - {address: b@test.tux, default: true}
                """));
        assertThat(draft.addresses()).extracting(MailAddress::value).containsExactly("b@test.tux", "a@test.tux");
    }

    @Test
    void nothingKeepsAndAnEmptyListClears() {
        AccountDraft kept = account(yaml("accounts:\n  - accountname: info\n    users:\n    displayname: ~\n"));
        assertThat(kept.members()).isEmpty();
        assertThat(kept.settings().isEmpty()).isTrue();
        assertThat(account(yaml("accounts:\n  - accountname: info\n    members: []\n"))
                        .members())
                .contains(List.of());
        assertThat(account(yaml("accounts:\n  - accountname: info\n    users: -clear-\n"))
                        .members())
                .contains(List.of());
    }

    @Test
    void aListWithoutItemsIsAFeedWithoutRows() {
        assertThat(new FeedCheck().run(yaml("accounts:\n"), problem -> {})).isEqualTo(new CheckResult(0, 0, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {accountname: info, userz: anna}                   | userz HEADER_UNKNOWN         | Was 'users' meant?
            {accountname: info, users: anna, Users: bob}       | Users HEADER_DOUBLED         | Keep one
            {accountname: info, members: [anna]}               | members VALUE_INVALID        | Write {user: anna
            {accountname: info, members: [{user: a, group: b}]} | members VALUE_INVALID       | Write {user: anna
            {accountname: info, members: [{user: a, rule: b}]} | members HEADER_UNKNOWN       | Was 'role' meant?
            {accountname: info, members: anna}                 | members VALUE_INVALID        | Write {user: anna
            {accountname: info, displayname: [a, b]}           | displayname VALUE_INVALID    | behind the key
            {accountname: info, users: [[a]]}                  | users VALUE_INVALID          | behind each
            {accountname: info, users: [anna:agnt]}           | users ROLE_UNKNOWN           | Was 'agent' meant?
            {accountname: info, quotasize: ten}                | quotasize NUMBER_INVALID     | digits
            {displayname: Info}                                | accountname VALUE_MISSING    | Fill in its key
            info                                               | ROW_RAGGED                   | Begin it with
            """)
    void everyFaultIsToldWithItsKeyAndWhatToDo(String item, String fault, String suggestion) {
        assertThat(problems(yaml("accounts:\n- accountname: first\n- " + item + "\n")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat((problem.field() + " " + problem.code()).strip()).isEqualTo(fault);
                    assertThat(problem.suggestion()).contains(suggestion);
                    assertThat(problem.origin()).hasToString("a.yaml:3");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acounts: []            | nearest is 'accounts'
            - info                 | there is to be one list 'accounts'
            accounts: info         | is no list
            accounts: [            | a.yaml:2: this is no YAML
            """)
    void whatIsNoSuchListIsUnreadable(String text, String reason) {
        assertThatThrownBy(() -> yaml(text + "\n"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aBrokenLineIsNamedWithoutWhatStandsOnIt() {
        assertThatThrownBy(() -> yaml("accounts:\n- accountname: info\n  password: top: secret\n"))
                .hasMessageStartingWith("a.yaml:3: this is no YAML")
                .hasMessageNotContaining("secret");
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        byte[] text = "accounts:\n- accountname: inf?\n".getBytes(StandardCharsets.UTF_8);
        text[27] = (byte) 0xFC;
        assertThatThrownBy(() -> Feed.open(feeds.write("a.yaml", text), FeedSettings.defaults()))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void theFormatIsSeenByTheNameOrTheFirstLine() {
        assertThat(yaml("accounts: []\n").format()).hasToString("yaml UTF-8");
        assertThat(feeds.open("feed", FeedSettings.defaults(), "# none", "accounts: []")
                        .format()
                        .kind())
                .isEqualTo(FeedFormat.Kind.YAML);
        assertThat(FeedFormat.parse("yaml UTF-8")).hasToString("yaml UTF-8");
    }

    @Test
    void anUnattendedRunSeesItWhateverTheLastGoodFeedWas() {
        FormatChoice choice = FormatChoice.auto().unattendedAfter("csv UTF-8 comma \"");
        Feed feed = feeds.open("a.yml", FeedSettings.defaults().withFormat(choice), "accounts: []");
        assertThat(feed.format()).hasToString("yaml UTF-8");
    }

    @Test
    void itMayHoldAccountsOnly() {
        Feed feed = yaml("accounts: []\n");
        assertThat(feed.mayHold(ObjectKey.Kind.ACCOUNT)).isTrue();
        assertThat(feed.mayHold(ObjectKey.Kind.USER)).isFalse();
    }

    @Test
    void keysAreMappedAsColumnsAre() {
        ColumnSettings columns = ColumnSettings.defaults().withMapping(Map.of("Postfach", Field.of("accountname")));
        Feed feed = feeds.open("a.yaml", FeedSettings.defaults().withColumns(columns), "accounts:", "- Postfach: info");
        assertThat(account(feed).key()).isEqualTo(ObjectKey.account("info"));
    }

    @Test
    void theRejectFileHoldsTheItemsAndWhatIsWrong() throws IOException {
        assertThat(reject(yaml("""
                accounts:
                  - accountname: info
                    users: [anna]
                  - accountname: support
                    members:
                      - {user: anna, role: agnt}
                """))).isEqualTo(1);
        assertThat(Files.readString(target)).isEqualTo("""
                # Rejected rows of a.yaml: correct them and feed this file.
                accounts:
                - accountname: support
                  members:
                  - user: anna
                    role: agnt
                  rejected:
                    code: ROLE_UNKNOWN
                    field: users
                    reason: There is no role 'agnt'.
                    suggestion: Was 'agent' meant?
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void correctedItIsAFeedWithItsPasswords() throws IOException {
        Feed feed = yaml("""
                accounts:
                  - {accountname: one, login: one, password: first}
                  - accountname: info
                    login: info
                    users: anna:agnt
                    password: second
                    transport-password: third
                """);
        reject(feed);
        assertThat(Files.readString(target))
                .contains("password: '@run:r1:line:3'", "transport-password: '@run:r1:line:3:transport-password'")
                .doesNotContain("second", "third");
        Files.writeString(target, Files.readString(target).replace("anna:agnt", "anna:agent"));
        AccountDraft draft = refed(feed);
        assertThat(draft.settings().password(AccountField.PASSWORD))
                .contains(new AccountPassword.Clear(Secret.of("second")));
        assertThat(draft.settings().password(AccountField.TRANSPORT_PASSWORD))
                .contains(new AccountPassword.Clear(Secret.of("third")));
        assertThat(draft.members()).isPresent();
    }

    @Test
    void aPasswordThatIsNoTextIsNotWrittenAnywhere() throws IOException {
        reject(yaml("accounts:\n- {accountname: info, password: [one, two]}\n"));
        assertThat(Files.readString(target)).contains("password: ''").doesNotContain("one", "two");
    }

    @Test
    void rejectedAgainAnItemSaysOnceWhatIsWrong() throws IOException {
        reject(yaml("accounts:\n- {accountname: info, users: 'a:b', password: -clear-}\n- text\n"));
        Path again = Files.move(target, folder.resolve("again.yaml"));
        reject(Feed.open(again, FeedSettings.defaults()));
        assertThat(Files.readString(target)).contains("password: -clear-");
        assertThat(Files.readString(target).split("rejected:")).hasSize(3);
    }

    private Feed yaml(String text) {
        return Feed.open(feeds.write("a.yaml", text, StandardCharsets.UTF_8), FeedSettings.defaults());
    }

    private long reject(Feed feed) {
        List<Problem> problems = new ArrayList<>(problems(feed));
        problems.sort(Comparator.comparingLong(problem -> problem.origin().ordinal()));
        return new RejectFile(target, "r1").write(feed, problems.iterator());
    }

    private AccountDraft refed(Feed original) {
        try (EarlierFeeds earlier =
                new EarlierFeeds(run -> run.equals("r1") ? Optional.of(original) : Optional.empty())) {
            ValueRules rules = ValueRules.defaults().withReferences(earlier);
            return account(Feed.open(target, FeedSettings.defaults().withValues(rules)));
        }
    }

    private static AccountDraft account(Feed feed) {
        return ((FeedRow.Account) rows(feed).get(0)).draft();
    }

    private static AccountMember manager(String name) {
        return new AccountMember(user(name), MailboxRole.MANAGER);
    }

    private static ObjectKey user(String name) {
        return ObjectKey.user(UserName.of(name));
    }
}
