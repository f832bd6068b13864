package dev.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCheckTest {
    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @Test
    void rowsThatShareAUserNameNameEachOther() {
        Feed feed = feeds.csv("username,surname", "anna,Berg", "bert,Tal", "ANNA,Au");
        assertThat(Feeds.problems(feed))
                .extracting(problem -> problem.origin().line() + " " + problem.code() + " " + problem.reason())
                .containsExactly(
                        "2 DUPLICATE_USERNAME 'anna' stands on line 4 too.",
                        "4 DUPLICATE_USERNAME 'anna' stands on line 2 too.");
    }

    @Test
    void threeRowsThatShareAnAddressAreAllRejected() {
        Feed feed = feeds.csv(
                "username,surname,mail,alias",
                "anna,Berg,a@test.tux,",
                "bert,Tal,b@test.tux,A@TEST.tux",
                "carl,Au,c@test.tux,a@test.tux");
        CheckResult result = new FeedCheck().run(feed, problem -> {});
        assertThat(result).isEqualTo(new CheckResult(3, 3, true));
        assertThat(Feeds.codes(feed)).hasSize(3).containsOnly(ErrorCode.DUPLICATE_ADDRESS);
    }

    @Test
    void anAliasMayRepeatTheRowsOwnAddress() {
        assertThat(Feeds.codes(feeds.csv(
                        "username,surname,mail,alias", "anna,Berg,a@test.tux,\"a@test.tux,A@test.tux,b@test.tux\"")))
                .isEmpty();
    }

    @Test
    void rowsThatShareAKeyAreRejected() {
        assertThat(Feeds.codes(feeds.csv("username,surname,employeenumber", "anna,Berg,P1", "bert,Tal,p1")))
                .containsExactly(ErrorCode.DUPLICATE_IDENTITY, ErrorCode.DUPLICATE_IDENTITY);
    }

    @Test
    void rowsThatShareAKeyAreRejectedAlsoWhereItIsTheUserNameOfOne() {
        assertThat(Feeds.codes(feeds.csv("username,surname,employeenumber", "p1,Berg,P1", "bert,Tal,P1")))
                .containsExactly(ErrorCode.DUPLICATE_IDENTITY, ErrorCode.DUPLICATE_IDENTITY);
    }

    @Test
    void aRowThatIsInvalidForAnotherReasonIsStillADuplicate() {
        assertThat(Feeds.codes(feeds.csv("username,surname,country", "anna,Berg,XX", "anna,Tal,DE")))
                .containsExactly(ErrorCode.COUNTRY_UNKNOWN, ErrorCode.DUPLICATE_USERNAME, ErrorCode.DUPLICATE_USERNAME);
    }

    @Test
    void allProblemsOfARowAreReportedAtOnce() {
        Feed feed = feeds.csv("username,surname,mail,language,country,timezone", "an na,,no address,XX,ZZ,Berlin");
        assertThat(Feeds.codes(feed))
                .containsExactlyInAnyOrder(
                        ErrorCode.USERNAME_INVALID,
                        ErrorCode.VALUE_MISSING,
                        ErrorCode.MAIL_INVALID,
                        ErrorCode.LANGUAGE_UNKNOWN,
                        ErrorCode.COUNTRY_UNKNOWN,
                        ErrorCode.TIMEZONE_UNKNOWN);
    }

    @Test
    void everyProblemNamesLineFieldReasonAndWhatToDo() {
        Problem problem = Feeds.problems(feeds.csv("username,surname,timezone", "anna,Berg,Berlin"))
                .get(0);
        assertThat(problem)
                .hasToString("users.csv:2 timezone: There is no time zone 'Berlin'. Was 'Europe/Berlin' meant?"
                        + " [TIMEZONE_UNKNOWN]");
    }

    @Test
    void aRowThatDoesNotTellWhoseItIsProvesNobodyAbsent() {
        CheckResult result =
                new FeedCheck().run(feeds.csv("username,surname", "an na,Berg", "bert,Tal"), problem -> {});
        assertThat(result.complete()).isFalse();
    }

    @Test
    void aRowThatIsOnlyInvalidStillProvesItsPersonPresent() {
        CheckResult result = new FeedCheck()
                .run(feeds.csv("username,surname,country", "anna,Berg,ZZ", "bert,Tal,DE"), problem -> {});
        assertThat(result).isEqualTo(new CheckResult(2, 1, true));
    }

    @Test
    void noProblemRepeatsAPassword() {
        List<Problem> problems = new ArrayList<>();
        new FeedCheck()
                .run(
                        feeds.csv("username,surname,password", "anna,Berg,{CRYPT}", "bert,Tal,top\u0007secret"),
                        problems::add);
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("secret"));
    }
}
