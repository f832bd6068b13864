package dev.muster.input;

import static dev.muster.input.Feeds.codes;
import static dev.muster.input.Feeds.problems;
import static dev.muster.input.Feeds.rows;
import static dev.muster.input.Feeds.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.input.ColumnSettings.UnknownColumns;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFeedTest {
    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void theExampleOfTheWhitepaperIsAPerson() {
        Feed feed = feeds.csv(
                "username,password,surname,mail,colocrouteaddr,givenname,alias,timezone,language,country,disable,birthDay",
                "smtest,secret,Martin,smtest@test.tux,smtest@localhost,Stephan,"
                        + "\"Stephan.Martin@test.tux,S.Martin@test.tux\",Europe/Berlin,DE,DE,"
                        + "\"bookmarks,forum\",1984-01-01");
        FeedRow.Good row = (FeedRow.Good) rows(feed).get(0);
        assertThat(row.identity()).isEqualTo("smtest");
        assertThat(row.draft().password()).isEqualTo(new Password.Clear(Secret.of("secret")));
        assertThat(values(row, "alias")).containsExactly("Stephan.Martin@test.tux", "S.Martin@test.tux");
        assertThat(values(row, "disable")).containsExactly("bookmarks", "forum");
        assertThat(values(row, "birthday")).containsExactly("1984-01-01");
    }

    @Test
    void theColumnsOfCreateuserAreKnown() {
        Feed feed = feeds.csv(
                "contextid,adminuser,adminpass,username,displayname,givenname,surname,password,email,aliases,"
                        + "telephone_business1,access-combination-name",
                "1,oxadmin,secret,anna,Anna Berg,Anna,Berg,pw,anna@test.tux,a@test.tux,123,groupware_plus");
        FeedRow row = rows(feed).get(0);
        assertThat(values(row, "mail")).containsExactly("anna@test.tux");
        assertThat(values(row, "telephone_business1")).containsExactly("123");
        assertThat(row.values()).doesNotContainKey(Field.of("adminpass"));
    }

    @Test
    void aFeedTellsWhichColumnsItReadsOver() {
        Feed feed = feeds.csv(
                "username,surname,image1,Config,passwordmech,code,field,reason,suggestion", "anna,Berg,a,b,c,,,,");
        assertThat(feed.readOver()).containsExactly("image1", "Config", "passwordmech");
    }

    @Test
    void aLineThatNamesTheDelimiterIsNoHeader() {
        Feed feed = feeds.csv("sep=~", "username~surname", "anna~Berg");
        assertThat(feed.format().delimiter()).isEqualTo('~');
        assertThat(problems(feed)).isEmpty();
    }

    @Test
    void headersMatchWithoutRegardToCaseAndHyphens() {
        FeedRow row = rows(feeds.csv("UserName,SURNAME,display-name,Telephone Business1", "anna,Berg,Anna B,1"))
                .get(0);
        assertThat(values(row, "displayname")).containsExactly("Anna B");
        assertThat(values(row, "telephone_business1")).containsExactly("1");
    }

    @Test
    void aMappingGivesAnyColumnAMeaning() {
        ColumnSettings columns = ColumnSettings.defaults().withMapping(Map.of("Nachname", Field.SURNAME));
        Feed feed = feeds.open("u.csv", FeedSettings.defaults().withColumns(columns), "username,Nachname", "anna,Berg");
        assertThat(values(rows(feed).get(0), "surname")).containsExactly("Berg");
    }

    @Test
    void aMisspeltColumnIsRefusedAndTheNearestNamed() {
        assertThatThrownBy(() -> feeds.csv("username,surename", "anna,Berg"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("'surename' is not known; nearest is 'surname'");
    }

    @Test
    void anAttributeOfTheDirectoryMayHaveSeveralValues() {
        ColumnSettings columns = ColumnSettings.defaults().withUnknown(UnknownColumns.LDAP_ATTRIBUTE);
        FeedSettings settings = FeedSettings.defaults().withColumns(columns);
        Feed feed = feeds.open("u.csv", settings, "username,surname,carLicense[]", "anna,Berg,\"B-1, B-2\"");
        assertThat(values(rows(feed).get(0), "carLicense")).containsExactly("B-1", "B-2");
        assertThatThrownBy(() -> feeds.open("v.csv", settings, "username,surname,title[]", "anna,Berg,Dr."))
                .hasMessageContaining("nearest is 'title'");
    }

    @Test
    void anUnknownColumnMayBeAnAttributeOfTheDirectory() {
        ColumnSettings columns = ColumnSettings.defaults().withUnknown(UnknownColumns.LDAP_ATTRIBUTE);
        Feed feed = feeds.open(
                "u.csv",
                FeedSettings.defaults().withColumns(columns),
                "username,surname,carLicense",
                "anna,Berg,B-X 1");
        assertThat(values(rows(feed).get(0), "carlicense")).containsExactly("B-X 1");
    }

    @Test
    void aDoubledColumnIsRefused() {
        assertThatThrownBy(() -> feeds.csv("username,surname,Surname", "anna,Berg,Tal"))
                .hasMessageContaining("HEADER_DOUBLED");
    }

    @Test
    void aFeedWithoutNamesIsRefused() {
        assertThatThrownBy(() -> feeds.csv("mail,department", "a@test.tux,IT"))
                .hasMessageContaining("No column for 'surname'")
                .hasMessageContaining("No column for 'username'");
    }

    @Test
    void aBlankCellKeepsAndTheTokenClears() {
        FeedRow row = rows(feeds.csv("username,surname,title,nickname", "anna,Berg,,-clear-"))
                .get(0);
        assertThat(values(row, "title")).containsExactly("(kept)");
        assertThat(values(row, "nickname")).isEmpty();
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        List<FeedRow> rows = rows(feeds.csv(
                "username,surname,note", "obrien,\"O'Brien, Jr.\",\"says \"\"hi\"\"\nand goes\"", "anna,Berg,"));
        assertThat(values(rows.get(0), "surname")).containsExactly("O'Brien, Jr.");
        assertThat(values(rows.get(0), "note")).containsExactly("says \"hi\"\nand goes");
        assertThat(rows.get(1).origin()).isEqualTo(new Origin("users.csv", 4, 2));
    }

    @Test
    void aBrokenQuoteCostsItsOwnLineOnly() {
        List<FeedRow> rows = rows(
                feeds.csv("username,surname,title", "anna,\"Berg,Dr.", "bert,Tal,", "carl,\"Au, von\",", "dora,See,"));
        assertThat(rows).hasSize(4);
        assertThat(((FeedRow.Bad) rows.get(0)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.QUOTE_BROKEN))
                .satisfies(problem -> assertThat(problem.origin().line()).isEqualTo(2));
        assertThat(rows.subList(1, 4)).extracting(FeedRow::identity).containsExactly("bert", "carl", "dora");
    }

    @Test
    void linesBehindABrokenQuoteThatDoNotFitBelongToNobody() {
        Feed feed = feeds.csv("username,surname,note", "anna,Berg,\"first", "second\"x", "third", "bert,Tal,");
        assertThat(problems(feed))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("The next 2 lines belong to nobody"));
    }

    @Test
    void aQuoteThatNeverClosesDoesNotSwallowTheFile() {
        assertThat(rows(feeds.csv("username,surname", "anna,\"Berg", "bert,Tal", "carl,Au")))
                .extracting(FeedRow::identity)
                .containsExactly("", "bert", "carl");
    }

    @Test
    void aFeedWithABrokenQuoteProvesNobodyAbsent() {
        CheckResult result =
                new FeedCheck().run(feeds.csv("username,surname", "anna,\"Berg", "bert,Tal"), problem -> {});
        assertThat(result).isEqualTo(new CheckResult(2, 1, false));
    }

    @Test
    void raggedRowsAreProblems() {
        assertThat(codes(feeds.csv("username,surname,title", "anna,Berg", "bert,Tal,Dr.,x")))
                .containsExactly(ErrorCode.ROW_RAGGED, ErrorCode.ROW_RAGGED);
    }

    @Test
    void blankLinesAndEmptyRowsAreNoRows() {
        assertThat(rows(feeds.csv("username,surname", "", "anna,Berg", ",", "", "bert,Tal")))
                .extracting(row -> row.origin().ordinal() + ":" + row.origin().line())
                .containsExactly("1:3", "2:6");
    }

    @Test
    void theHeaderInTheMiddleIsAProblemButNobodysRow() {
        Feed feed = feeds.csv("username,surname", "anna,Berg", "username,surname", "bert,Tal");
        CheckResult result =
                new FeedCheck().run(feed, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.HEADER_DOUBLED));
        assertThat(result).isEqualTo(new CheckResult(3, 1, true));
    }

    @Test
    void carriageReturnsAreNoPartOfAValue() {
        Path file = feeds.write(
                "u.csv", "username,surname\r\nanna,Berg\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(values(rows(Feed.open(file, FeedSettings.defaults())).get(0), "surname"))
                .containsExactly("Berg");
    }

    @Test
    void twoColumnsForOneFieldMayAgree() {
        assertThat(codes(feeds.csv("username,surname,mail,email1", "anna,Berg,a@test.tux,a@test.tux")))
                .isEmpty();
    }

    @Test
    void theIdentityIsTheKeyWhereThereIsOne() {
        assertThat(rows(feeds.csv("username,surname,employeenumber", "anna,Berg,P1", "bert,Tal,")))
                .extracting(FeedRow::identity)
                .containsExactly("P1", "bert");
    }

    @Test
    void withoutUserNameTheIdentityIsADigestOfWhatThePatternReads() {
        ColumnSettings columns = ColumnSettings.defaults().withNamePattern(List.of(Field.GIVENNAME, Field.SURNAME));
        Feed feed = feeds.open(
                "u.csv",
                FeedSettings.defaults().withColumns(columns),
                "givenname,surname,title",
                "Anna,Berg,",
                "ANNA,Berg,Dr.",
                "Bert,Berg,");
        List<String> identities = rows(feed).stream().map(FeedRow::identity).toList();
        assertThat(identities.get(0)).hasSize(32).isEqualTo(identities.get(1)).isNotEqualTo(identities.get(2));
    }
}
