package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.ledger.Run;
import dev.muster.ledger.Stage;
import dev.muster.model.ErrorCode;
import dev.muster.model.PlanKind;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String RIGHT_TO_LEFT = "\u05D3\u05D5\u05D3 <b>&\"";
    private static final String FEED = """
            username,surname,givenname,mail,language,password
            anna,A,Anna,anna@test.tux,DE,secret1
            berta,B,Berta,berta@test.tux,DE,secret2
            carl,C,Carl,bad mail,DE,secret3
            dora,D,Dora,dora@test.tux,DE,secret4
            emil,E,Emil,emil@test.tux,DE,secret5
            fritz,F,Fritz,fritz@test.tux,DE,secret6
            """;
    private ReportFixture site;

    /** Anna is new, Berta failed, Carl is rejected, Dora is as she was, Emil was left out, Fritz is pending. */
    @BeforeEach
    void run(@TempDir Path folder) throws IOException {
        site = new ReportFixture(folder, FEED);
        site.planned(1, "anna", PlanKind.CREATE);
        site.planned(2, "berta", PlanKind.CHANGE);
        site.planned(4, "dora", PlanKind.UNCHANGED);
        site.planned(5, "emil", PlanKind.CHANGE);
        site.planned(6, "fritz", PlanKind.CREATE);
        site.outcome(1, Result.DONE, "LDAP=done groupware=done IMAP=done");
        site.outcome(2, Result.FAILED, "LDAP=done groupware=failed IMAP=aborted");
        site.outcome(5, Result.LEFT_OUT, "");
        site.problem(Stage.CHECK, 3, ErrorCode.MAIL_INVALID, "'bad mail' of " + RIGHT_TO_LEFT + " is no address.");
        site.problem(Stage.APPLY, 2, ErrorCode.GROUPWARE_REFUSED, "The database said no.");
        site.problem(Stage.APPLY, 5, ErrorCode.CHANGED_SINCE_PLAN, "Somebody changed emil.");
        site.ended(Run.State.DONE, 6);
    }

    @Test
    void giveEveryRowOfTheFeedALineInItsOrder() throws IOException {
        assertThat(lines())
                .extracting(line -> line.get("line") + " " + line.get("username") + " " + line.get("result"))
                .containsExactly(
                        "2 anna created",
                        "3 berta failed",
                        "4 carl rejected",
                        "5 dora unchanged",
                        "6 emil left out",
                        "7 fritz pending");
    }

    @Test
    void sayOfARejectedRowWhoseItIsAndWhy() throws IOException {
        CSVRecord carl = lines().get(2);
        assertThat(List.of(
                        carl.get("identity"),
                        carl.get("code"),
                        carl.get("field"),
                        carl.get("reason"),
                        carl.get("suggestion")))
                .containsExactly(
                        "carl",
                        "MAIL_INVALID",
                        "mail",
                        "'bad mail' of " + RIGHT_TO_LEFT + " is no address.",
                        "Correct it, \"please\".");
    }

    @Test
    void sayOfAFailedRowWhatCameOfEachTarget() throws IOException {
        assertThat(lines().get(1).get("targets")).isEqualTo("LDAP=done groupware=failed IMAP=aborted");
    }

    @Test
    void tellBothSumsToPrograms() {
        JsonObject summary = summary();
        assertThat(summary.getJsonObject("rows").encode()).isEqualTo("{\"read\":6,\"planned\":5,\"rejected\":1}");
        assertThat(summary.getJsonObject("objects").encode())
                .isEqualTo("{\"planned\":5,\"created\":1,\"updated\":0,\"unchanged\":1,\"leftOut\":1,"
                        + "\"failed\":1,\"pending\":1}");
        assertThat(summary.getBoolean("exact")).isTrue();
    }

    @Test
    void tellHowLongItTookAndHowFastItWas() {
        assertThat(summary().getDouble("seconds")).isEqualTo(10.0);
        assertThat(summary().getDouble("objectsPerSecond")).isEqualTo(0.3);
    }

    @Test
    void tellWhatCameOfTheTargets() {
        assertThat(summary().getJsonArray("targets").getJsonObject(1).encode())
                .isEqualTo("{\"target\":\"groupware\",\"done\":1,\"failed\":1,\"aborted\":0,\"unknown\":0}");
    }

    @Test
    void leaveTheEndOutOfARunThatHasNotEnded() {
        site.ledger.runs().running(site.run.id(), "anna@mail1");
        assertThat(summary().fieldNames()).doesNotContain("endedAt", "exitStatus");
    }

    @Test
    void showAPageInWhichNoValueIsMarkup() {
        assertThat(ReportFixture.text(site.write().page()))
                .contains("\u05D3\u05D5\u05D3 &lt;b&gt;&amp;&quot; is no address")
                .doesNotContain(RIGHT_TO_LEFT)
                .doesNotContain("<script")
                .doesNotContain("http://", "https://");
    }

    @Test
    void putRejectedAndFailedRowsIntoTheRejectFileButNotWhatWasLeftOut() {
        ReportFiles files = site.write();
        assertThat(ReportFixture.text(files.rejects()))
                .contains("\ncarl,", "\nberta,", "GROUPWARE_REFUSED")
                .doesNotContain("\nanna,", "\nemil,");
        assertThat(files.rowsToCorrect()).isEqualTo(2);
    }

    @Test
    void keepTheRejectFileToItsOwnerAndPasswordsOutOfIt() throws IOException {
        Path rejects = site.write().rejects();
        assertThat(Files.getPosixFilePermissions(rejects)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(ReportFixture.text(rejects)).doesNotContain("secret3");
    }

    @Test
    void areWrittenAnewWhenAskedAgain() throws IOException {
        ReportFiles first = site.write();
        String results = ReportFixture.text(first.results());
        Files.writeString(first.results(), "half a li");
        assertThat(ReportFixture.text(site.write().results())).isEqualTo(results);
        try (java.util.stream.Stream<Path> all = Files.list(first.folder())) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.csv", "summary.json", "report.html", "rejects.csv");
        }
    }

    @Test
    void takeAwayARejectFileThatIsNoLongerTrue(@TempDir Path folder) throws IOException {
        ReportFixture clean = new ReportFixture(folder, FEED);
        Path stale = folder.resolve("reports/run-1/rejects.csv");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "old");
        clean.ended(Run.State.DONE, 6);
        clean.write();
        assertThat(stale).doesNotExist();
    }

    @Test
    void nameTheRowsThatAStoppedRunDidNotReach(@TempDir Path folder) throws IOException {
        site = new ReportFixture(folder, FEED);
        site.planned(1, "anna", PlanKind.CREATE);
        site.ended(Run.State.STOPPED, 6);
        assertThat(lines()).hasSize(6);
        assertThat(lines().get(5).get("username")).isEqualTo("fritz");
        assertThat(lines().get(5).get("result")).isEqualTo("not planned");
    }

    @Test
    void listTheProblemsOfACheckThatBrokeOff(@TempDir Path folder) throws IOException {
        site = new ReportFixture(folder, FEED);
        site.problem(Stage.CHECK, 2, ErrorCode.MAIL_INVALID, "No address.");
        site.ended(Run.State.STOPPED, 0);
        assertThat(lines()).extracting(line -> line.get("code")).containsExactly("", "MAIL_INVALID");
    }

    private JsonObject summary() {
        return new JsonObject(ReportFixture.text(site.write().summary()));
    }

    private List<CSVRecord> lines() throws IOException {
        String text = ReportFixture.text(site.write().results());
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(text)).getRecords();
    }
}
