package dev.muster.input;

import static dev.muster.input.Feeds.rows;
import static dev.muster.input.Feeds.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.Secret;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {
    @TempDir
    Path folder;

    private Feeds feeds;
    private Path target;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
        target = folder.resolve("rejected.csv");
    }

    @Test
    void holdsTheRejectedRowsWithWhatIsWrongInFourMoreColumns() throws IOException {
        Feed feed = feeds.csv("username,surname,country", "anna,Berg,DE", "bert,\"Tal, von\",ZZ");
        assertThat(write(feed)).isEqualTo(1);
        assertThat(Files.readAllLines(target))
                .containsExactly(
                        "username,surname,country,code,field,reason,suggestion",
                        "bert,\"Tal, von\",ZZ,COUNTRY_UNKNOWN,country,'ZZ' is no country code (ISO 3166).,"
                                + "\"Use two letters, such as DE.\"");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        write(feeds.csv("username,surname", "anna,"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsDelimiterAndCharset() throws IOException {
        Charset charset = Charset.forName("windows-1252");
        Path file = feeds.write("u.csv", "username;surname;country\nzoe;Müller;ZZ\n", charset);
        write(Feed.open(file, FeedSettings.defaults()));
        assertThat(Files.readString(target, charset)).contains("zoe;Müller;ZZ;COUNTRY_UNKNOWN");
    }

    @Test
    void countsALineThatNamesTheDelimiterAndLeavesItOut() throws IOException {
        Feed feed = feeds.csv("sep=;", "username;surname;country", "anna;Berg;DE", "zoe;Tal;ZZ");
        assertThat(Feeds.problems(feed))
                .extracting(problem -> problem.origin().line())
                .containsExactly(4L);
        write(feed);
        assertThat(Files.readString(target))
                .startsWith("username;surname;country;code")
                .contains("zoe;Tal;ZZ;");
    }

    @Test
    void isNeverACompleteFeed() {
        write(feeds.csv("username,surname,country", "anna,Berg,ZZ"));
        CheckResult again = new FeedCheck().run(Feed.open(target, FeedSettings.defaults()), problem -> {});
        assertThat(again).isEqualTo(new CheckResult(1, 1, false));
    }

    @Test
    void correctedItIsReadAsTheRowsItHolds() throws IOException {
        write(feeds.csv("username,surname,country", "anna,Berg,ZZ"));
        Files.writeString(target, Files.readString(target).replace("ZZ,", "DE,"));
        FeedRow row = rows(Feed.open(target, FeedSettings.defaults())).get(0);
        assertThat(row).isInstanceOf(FeedRow.Good.class);
        assertThat(row.values()).hasSize(3);
    }

    @Test
    void rejectedAgainItHasItsFourColumnsOnce() throws IOException {
        write(feeds.csv("username,surname,country", "anna,Berg,ZZ"));
        Feed again = Feed.open(Files.move(target, folder.resolve("again.csv")), FeedSettings.defaults());
        write(again);
        assertThat(Files.readAllLines(target).get(0))
                .isEqualTo("username,surname,country,code,field,reason,suggestion");
    }

    @Test
    void passwordsAreReferencesThatResolveToTheOriginalFeed() throws IOException {
        Feed feed = feeds.csv("username,surname,password,country", "anna,Berg,first,DE", "bert,Tal,second,ZZ");
        write(feed);
        assertThat(Files.readString(target)).contains("@run:r1:line:3").doesNotContain("second");
        Files.writeString(target, Files.readString(target).replace("ZZ,", "DE,"));
        assertThat(refed(feed, target).draft().password()).isEqualTo(new Password.Clear(Secret.of("second")));
    }

    @Test
    void aReferenceThatLeadsNowhereIsAProblem() throws IOException {
        write(feeds.csv("username,surname,password,country", "bert,Tal,second,ZZ"));
        assertThat(Feeds.codes(Feed.open(target, FeedSettings.defaults())))
                .extracting(Enum::name)
                .contains("PASSWORD_REFERENCE_UNKNOWN");
    }

    @Test
    void passwordsAreCopiedWhereThatIsAsked() throws IOException {
        Feed feed = feeds.csv("username,surname,password", "bert,,second");
        new RejectFile(target, "r1", true).write(feed, Feeds.problems(feed).iterator());
        assertThat(Files.readString(target)).contains("second");
    }

    @Test
    void theOperatorsPasswordIsNeverCopied() throws IOException {
        write(feeds.csv("username,surname,adminpass", "bert,,topsecret"));
        assertThat(Files.readString(target)).doesNotContain("topsecret");
    }

    @Test
    void aRowWithABrokenQuoteStandsThereWithItsCells() throws IOException {
        write(feeds.csv("username,surname,title", "anna,\"Berg,Dr.", "bert,Tal,"));
        assertThat(Files.readAllLines(target).get(1)).startsWith("anna,\"\"\"Berg\",Dr.@uncorrected,QUOTE_BROKEN");
    }

    @Test
    void whatDidNotDecodeStaysAProblemUntilItIsCorrected() throws IOException {
        byte[] bytes = "username,surname,givenname\nanna,M?ller,Zoë Łukasz\n".getBytes(StandardCharsets.UTF_8);
        bytes[33] = (byte) 0xFC;
        write(Feed.open(feeds.write("u.csv", bytes), FeedSettings.defaults()));
        assertThat(Feeds.codes(Feed.open(target, FeedSettings.defaults())))
                .extracting(Enum::name)
                .containsExactly("CHARACTER_INVALID");
    }

    @Test
    void aRaggedRowKeepsAllItsCellsAndIsRefusedUntilItIsCorrected() throws IOException {
        write(feeds.csv("username,surname,title", "anna,Berg, geb. Tal,Dr."));
        assertThat(Files.readAllLines(target).get(1)).startsWith("anna,Berg,\" geb. Tal,Dr.@uncorrected\",ROW_RAGGED");
        assertThat(Feeds.codes(Feed.open(target, FeedSettings.defaults())))
                .extracting(Enum::name)
                .containsExactly("ROW_RAGGED");
    }

    @Test
    void anUncorrectedRowIsRejectedAgainAsItStands() throws IOException {
        write(feeds.csv("username,surname,title", "anna,Berg"));
        String before = Files.readAllLines(target).get(1);
        write(Feed.open(Files.move(target, folder.resolve("again.csv")), FeedSettings.defaults()));
        assertThat(Files.readAllLines(target).get(1))
                .startsWith("anna,Berg,@uncorrected,ROW_RAGGED")
                .isNotEqualTo(before);
    }

    @Test
    void aRepeatedHeaderIsNothingToCorrect() {
        assertThat(write(feeds.csv("username,surname", "anna,Berg", "username,surname")))
                .isZero();
    }

    @Test
    void anLdifRejectFileHasItsProblemsInComments() throws IOException {
        target = folder.resolve("rejected.ldif");
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                "dn: uid=anna,dc=tux",
                "uid: anna",
                "sn: Berg",
                "",
                "dn: uid=bert,dc=tux",
                "uid: bert",
                "sn: Tal",
                "userPassword: second",
                "birthDay: 1989-12-32");
        assertThat(write(feed)).isEqualTo(1);
        assertThat(Files.readString(target))
                .contains("# rejected: DATE_INVALID birthDay: '1989-12-32' is a day that never was.")
                .contains("userPassword: @run:r1:line:5")
                .doesNotContain("second", "anna");
    }

    @Test
    void aCorrectedLdifRejectFileIsReadWithItsPasswords() throws IOException {
        target = folder.resolve("rejected.ldif");
        Feed feed = feeds.open(
                "u.ldif",
                FeedSettings.defaults(),
                "dn: uid=bert,dc=tux",
                "uid: bert",
                "sn: Tal",
                "userPassword:: c2Vjb25k",
                "birthDay: never");
        write(feed);
        Files.writeString(target, Files.readString(target).replace("birthDay: never", "birthDay: 1990-01-01"));
        FeedRow.Good row = refed(feed, target);
        assertThat(values(row, "birthday")).containsExactly("1990-01-01");
        assertThat(row.draft().password()).isEqualTo(new Password.Clear(Secret.of("second")));
        assertThat(new FeedCheck()
                        .run(Feed.open(target, FeedSettings.defaults()), problem -> {})
                        .complete())
                .isFalse();
    }

    private long write(Feed feed) {
        List<Problem> problems = new ArrayList<>(Feeds.problems(feed));
        problems.sort(Comparator.comparingLong(problem -> problem.origin().ordinal()));
        return new RejectFile(target, "r1").write(feed, problems.iterator());
    }

    private static FeedRow.Good refed(Feed original, Path corrected) {
        try (EarlierFeeds earlier =
                new EarlierFeeds(run -> run.equals("r1") ? Optional.of(original) : Optional.empty())) {
            ValueRules rules = ValueRules.defaults().withReferences(earlier);
            return (FeedRow.Good)
                    rows(Feed.open(corrected, FeedSettings.defaults().withValues(rules)))
                            .get(0);
        }
    }
}
