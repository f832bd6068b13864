package dev.muster.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountDraft;
import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFeedsTest {
    private static final Path SAMPLES = Path.of("../samples/feeds");

    @TempDir
    Path folder;

    @Test
    void twentyPeopleOfManyLanguagesAreAllGood() {
        List<Problem> problems = new ArrayList<>();
        CheckResult result = new FeedCheck().run(sample("people.csv"), problems::add);
        assertThat(problems).isEmpty();
        assertThat(result).isEqualTo(new CheckResult(20, 0, true));
    }

    @Test
    void theirNamesAreShownAsTheyAreWritten() {
        assertThat(sample("people.csv").sampleNames())
                .containsExactly("Zoë Müller-Lüdenscheidt", "李小龍", "O'Brien, Jr., John");
    }

    @Test
    void everyBadRowHasItsExpectedProblem() throws IOException {
        assertThat(sorted())
                .extracting(problem -> (problem.origin().line() + " " + problem.code() + " " + problem.field()).strip())
                .containsExactlyElementsOf(Files.readAllLines(SAMPLES.resolve("people-bad.expected")));
    }

    @Test
    void atLeastTwentyFiveKindsOfBadRowsAreTold() {
        Set<String> kinds = new HashSet<>();
        sorted().forEach(problem -> kinds.add(problem.code() + " " + problem.field()));
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void theGoodRowsAmongBadOnesAreGood() {
        assertThat(Feeds.rows(sample("people-bad.csv")).stream()
                        .filter(FeedRow.Good.class::isInstance)
                        .map(FeedRow::identity))
                .contains("B001", "B039");
    }

    @Test
    void theRejectFileHoldsEveryBadRowButTheRepeatedHeader() {
        Feed feed = sample("people-bad.csv");
        Path target = folder.resolve("rejected.csv");
        assertThat(new RejectFile(target, "r1").write(feed, sorted().iterator()))
                .isEqualTo(36);
        assertThat(Feeds.rows(Feed.open(target, FeedSettings.defaults()))).hasSize(36);
    }

    @Test
    void noCodeOfABadRowSpeaksOfMuster() {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        sorted().forEach(problem -> codes.add(problem.code()));
        assertThat(codes)
                .allSatisfy(code -> assertThat(code.errorClass().name()).isEqualTo("FEED"));
    }

    @ParameterizedTest
    @CsvSource({"accounts.csv, 4, false", "accounts.yaml, 5, false", "accounts.ldif, 4, true"})
    void sharedAccountsAreGoodInEveryForm(String name, long rows, boolean complete) {
        List<Problem> said = new ArrayList<>();
        assertThat(new FeedCheck(said::add).run(sample(name), said::add)).isEqualTo(new CheckResult(rows, 0, complete));
        assertThat(said).isEmpty();
    }

    @Test
    void yamlAndCsvSayTheSameOfAnAccount() {
        Function<String, List<AccountDraft>> drafts = name -> Feeds.rows(sample(name)).stream()
                .filter(FeedRow.Account.class::isInstance)
                .map(row -> ((FeedRow.Account) row).draft())
                .limit(4)
                .toList();
        assertThat(drafts.apply("accounts.yaml"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .isEqualTo(drafts.apply("accounts.csv"));
    }

    private static List<Problem> sorted() {
        List<Problem> problems = new ArrayList<>(Feeds.problems(sample("people-bad.csv")));
        problems.sort(Comparator.comparingLong(problem -> problem.origin().ordinal()));
        return problems;
    }

    private static Feed sample(String name) {
        return Feed.open(SAMPLES.resolve(name), FeedSettings.defaults());
    }
}
