package dev.muster.input;

import static dev.muster.input.Feeds.codes;
import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static dev.muster.input.Feeds.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.input.ValueRules.InvalidValues;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdifFeedTest {
    private static final Path SAMPLES = Path.of("../samples/feeds");
    private static final String[] ANNA = {
        "dn: uid=anna,ou=people,dc=test,dc=tux", "objectClass: inetOrgPerson", "uid: anna", "sn: Berg", "cn: Anna Berg"
    };

    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void aLineThatIsNoneIsNamedAndTheRestOfTheRecordStillLookedAt() {
        Feed feed = feeds.open(
                "users.ldif",
                FeedSettings.defaults(),
                "dn: uid=anna,ou=people,dc=test,dc=tux",
                "objectClass: inetOrgPerson",
                "uid: anna",
                "no such thing",
                "sn: Berg",
                "mail: an na@test.tux");
        assertThat(codes(feed)).containsExactly(ErrorCode.LDIF_SYNTAX, ErrorCode.MAIL_INVALID);
        assertThat(problems(feed).get(0).reason()).startsWith("Line 4 is neither");
    }

    @Test
    void aProblemNamesTheLineOfTheValueThatItIsAbout() {
        assertThat(lines(annaAnd("alias: a@test.tux", "alias: b b@test.tux"))).containsExactly(7L);
    }

    @Test
    void theLineOfAFoldedValueIsTheOneOnWhichItBegins() {
        String start = "alias: " + "x".repeat(70);
        assertThat(lines(annaAnd("# a comment", " that goes on", start, " y and a blank@test.tux", "l: Ulm")))
                .containsExactly(8L);
    }

    @Test
    void theLineOfAValueInBase64IsFoundToo() {
        assertThat(lines(annaAnd("alias: a@test.tux", "alias:: YiBiQHRlc3QudHV4")))
                .containsExactly(7L);
    }

    @Test
    void aProblemWithTheWholeRowNamesTheLineOnWhichItBegins() {
        assertThat(lines(feeds.open("u.ldif", FeedSettings.defaults(), "", "dn: uid=jo,dc=tux", "uid: jo", "cn: Jo")))
                .containsExactly(2L);
    }

    @Test
    void aProblemWithAChangeNamesTheLineOfTheChange() {
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                "dn: uid=anna,dc=tux",
                "changetype: modify",
                "replace: l",
                "l: Ulm",
                "-",
                "replace: mail",
                "mail: an na@test.tux",
                "-",
                "delete: alias",
                "alias: a@test.tux",
                "-",
                "delete: sn",
                "-");
        assertThat(lines(feed)).containsExactly(7L, 9L, 12L);
    }

    @Test
    void duplicatesNameTheLinesOfBothValues() {
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                String.join("\n", ANNA),
                "alias: a@test.tux",
                "mail: anna@test.tux",
                "",
                "dn: uid=ben,dc=tux",
                "uid: ben",
                "sn: Ben",
                "cn: Ben",
                "mail: A@test.tux");
        assertThat(problems(feed))
                .extracting(problem -> problem.origin().line() + " " + problem.reason())
                .containsExactly("6 'a@test.tux' stands on line 13 too.", "13 'a@test.tux' stands on line 6 too.");
    }

    @Test
    void aMemberThatCannotBeOneIsNamedByItsLine() {
        Feed feed = feeds.open(
                "g.ldif",
                FeedSettings.defaults(),
                "dn: cn=sales,ou=groups,dc=tux",
                "objectClass: posixGroup",
                "cn: sales",
                "memberUid: anna",
                "memberUid: no body");
        assertThat(lines(feed)).containsExactly(5L);
    }

    @Test
    void attributesBecomeTheFieldsOfTheVocabulary() {
        FeedRow row = anna("l:: TsO8cm5iZXJn", "telephoneNumber: 1", "homePhone: 2", "mailEnabled: NONE");
        assertThat(values(row, "city_business")).containsExactly("Nürnberg");
        assertThat(values(row, "telephone_business1")).containsExactly("1");
        assertThat(values(row, "telephone_home1")).containsExactly("2");
        assertThat(values(row, "activated")).containsExactly("no");
        assertThat(values(row, "displayname")).containsExactly("Anna Berg");
    }

    @Test
    void anAttributeOfTheDirectoryAloneKeepsItsNameAndAllItsValues() {
        assertThat(values(anna("carLicense: B-X 1", "carLicense: B-X 2"), "carlicense"))
                .containsExactly("B-X 1", "B-X 2");
    }

    @Test
    void aHashedPasswordIsToldFromAClearOne() {
        assertThat(((FeedRow.Good) anna("userPassword: {SSHA}abc")).draft().password())
                .isEqualTo(new Password.Hashed(Secret.of("{SSHA}abc")));
        assertThat(((FeedRow.Good) anna("userPassword:: c2VjcmV0")).draft().password())
                .isEqualTo(new Password.Clear(Secret.of("secret")));
    }

    @Test
    void foldedLinesAndCommentsAreRead() {
        String start = "description: " + "x".repeat(60);
        assertThat(values(anna("# a comment", " that goes on", start, " y: z"), "description"))
                .containsExactly("x".repeat(60) + "y: z");
    }

    @Test
    void aNameBeyondAsciiInTheDnIsUnderstood() {
        Feed feed = feeds.open(
                "u.ldif", FeedSettings.defaults(), "dn: uid=jo,ou=Größe,dc=test,dc=tux", "uid: jo", "sn: 李", "cn: 李小龍");
        assertThat(feed.sampleNames()).containsExactly("李小龍");
    }

    @Test
    void entriesThatAreNobodyAreReadOver() {
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                "dn: ou=people,dc=test,dc=tux",
                "objectClass: organizationalUnit",
                "ou: people",
                "",
                String.join("\n", ANNA));
        assertThat(rows(feed))
                .extracting(row -> row.identity() + row.origin().line())
                .containsExactly("anna5");
    }

    @Test
    void aValueByUrlIsRefusedAndTheFileNeverRead() {
        Path secret = feeds.write("secret.txt", "do not read", StandardCharsets.UTF_8);
        FeedRow row = anna("description:< file://" + secret);
        assertThat(((FeedRow.Bad) row).problems())
                .extracting(Problem::code)
                .containsExactly(ErrorCode.LDIF_URL_REFUSED);
        assertThat(row.toString()).doesNotContain("do not read");
    }

    @Test
    void aBrokenRecordCostsItselfOnly() {
        Feed feed = feeds.open(
                "u.ldif", FeedSettings.defaults(), "dn: uid=x,dc=tux", "no colon here", "", String.join("\n", ANNA));
        assertThat(rows(feed)).extracting(FeedRow::identity).containsExactly("", "anna");
        assertThat(codes(feed)).containsExactly(ErrorCode.LDIF_SYNTAX);
    }

    @Test
    void aProblemNeverRepeatsAPasswordLine() {
        Feed feed =
                feeds.open("u.ldif", FeedSettings.defaults(), "dn: uid=x,dc=tux", "userPassword:: topsecret!", "sn: X");
        assertThat(problems(feed)).singleElement().asString().doesNotContain("topsecret");
    }

    @Test
    void theFirstPrintedSampleHasAFoldedClassAndTwoNames() {
        assertThat(problems(sample("whitepaper-5.1.1.ldif", FeedSettings.defaults())))
                .extracting(Problem::code)
                .containsExactly(ErrorCode.LDIF_SYNTAX, ErrorCode.LDIF_RDN_MISMATCH);
    }

    @Test
    void bothNamesOfAMismatchAreNamed() {
        assertThat(problems(sample("whitepaper-5.1.1.ldif", FeedSettings.defaults()))
                        .get(1)
                        .reason())
                .contains("'smtest'", "'testsm'");
    }

    @Test
    void theSecondPrintedSampleHasAFoldedLineABlankInAnAddressAndAnImpossibleDate() {
        assertThat(problems(sample("whitepaper-5.1.2.ldif", FeedSettings.defaults())))
                .extracting(Problem::code)
                .containsExactly(ErrorCode.LDIF_SYNTAX, ErrorCode.ALIAS_INVALID, ErrorCode.DATE_INVALID);
    }

    @Test
    void lenientReadingMendsTheFirstSampleAndListsIt() {
        FeedRow.Good row =
                (FeedRow.Good) rows(sample("whitepaper-5.1.1.ldif", mending())).get(0);
        assertThat(row.identity()).isEqualTo("smtest");
        assertThat(row.notes())
                .extracting(Problem::code)
                .containsExactly(ErrorCode.LDIF_SYNTAX, ErrorCode.LDIF_RDN_MISMATCH);
    }

    @Test
    void droppingValuesKeepsThePersonOfTheSecondSampleWithoutThem() {
        FeedRow.Good row =
                (FeedRow.Good) rows(sample("whitepaper-5.1.2.ldif", mending())).get(0);
        assertThat(values(row, "alias")).containsExactly("stephan.martin@test.tux", "test@test.tux");
        assertThat(row.values()).doesNotContainKey(Field.of("birthday"));
        assertThat(row.notes())
                .extracting(Problem::code)
                .containsExactly(ErrorCode.LDIF_SYNTAX, ErrorCode.ALIAS_INVALID, ErrorCode.DATE_INVALID);
    }

    @Test
    void aModificationHoldsTheChangedFieldsOnly() {
        List<FeedRow> rows = rows(sample("changes.ldif", FeedSettings.defaults()));
        assertThat(rows.get(0).identity()).isEqualTo("stmartin");
        assertThat(rows.get(0).values())
                .containsOnlyKeys(Field.USERNAME, Field.DEPARTMENT, Field.of("telephone_business1"));
        assertThat(values(rows.get(1), "cellular_telephone1")).isEmpty();
    }

    @Test
    void whatAFeedCannotAskForIsAProblem() {
        assertThat(codes(sample("changes.ldif", FeedSettings.defaults())))
                .containsExactly(ErrorCode.LDIF_UNSUPPORTED, ErrorCode.LDIF_UNSUPPORTED);
    }

    @Test
    void changesNeverProveSomebodyAbsent() {
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                "dn: uid=anna,dc=tux",
                "changetype: modify",
                "replace: sn",
                "sn: Tal",
                "-");
        assertThat(new FeedCheck().run(feed, problem -> {})).isEqualTo(new CheckResult(1, 0, false));
    }

    @Test
    void anAddRecordIsAPerson() {
        List<String> lines = new ArrayList<>(List.of(ANNA));
        lines.add(1, "changetype: add");
        Feed feed = feeds.open("u.ldif", FeedSettings.defaults(), lines.toArray(new String[0]));
        assertThat(new FeedCheck().run(feed, problem -> {})).isEqualTo(new CheckResult(1, 0, true));
    }

    private FeedRow anna(String... more) {
        return rows(annaAnd(more)).get(0);
    }

    /** Her own lines are the first five. */
    private Feed annaAnd(String... more) {
        List<String> lines = new ArrayList<>(List.of(ANNA));
        lines.addAll(List.of(more));
        return feeds.open("u.ldif", FeedSettings.defaults(), lines.toArray(new String[0]));
    }

    private static List<Long> lines(Feed feed) {
        return problems(feed).stream().map(problem -> problem.origin().line()).toList();
    }

    private static Feed sample(String name, FeedSettings settings) {
        assertThat(Files.exists(SAMPLES.resolve(name))).isTrue();
        return Feed.open(SAMPLES.resolve(name), settings);
    }

    private static FeedSettings mending() {
        ValueRules rules = ValueRules.defaults().lenient().withInvalid(InvalidValues.DROP_VALUE);
        return FeedSettings.defaults().withValues(rules);
    }
}
