package dev.muster.report;

import dev.muster.input.Feed;
import dev.muster.input.FeedSettings;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.ledger.PlanRow;
import dev.muster.ledger.Run;
import dev.muster.ledger.Stage;
import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;

/** A run of which a test says what came of each row. The feed's first data row is ordinal 1 on line 2. */
final class ReportFixture {
    static final long START = 1_790_000_000_000L;
    final Ledger ledger;
    final Feed feed;
    final Run run;
    private final Path folder;
    private final AtomicLong numbers = new AtomicLong();

    ReportFixture(Path folder, String text) throws IOException {
        this.folder = folder;
        Path file = folder.resolve("users.csv");
        Files.writeString(file, text);
        feed = Feed.open(file, FeedSettings.defaults());
        ledger = Ledger.open(JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MariaDB;DB_CLOSE_DELAY=-1", "muster", ""));
        run = ledger.runs()
                .begin(new Run(
                        0,
                        "hr",
                        file.toString(),
                        feed.digest(),
                        feed.format().toString(),
                        "",
                        Run.State.RUNNING,
                        START,
                        0,
                        0,
                        0,
                        true,
                        "",
                        ""));
    }

    void planned(long ordinal, String userName, PlanKind kind) {
        ledger.plans()
                .insert(
                        run.id(),
                        List.of(new PlanRow(ordinal, ordinal + 1, "id-" + ordinal, userName, kind, List.of())));
    }

    /** Finished as many seconds after the start as the row's ordinal says. */
    void outcome(long ordinal, Result result, String targets) {
        ledger.outcomes()
                .insert(
                        run.id(),
                        List.of(new ObjectOutcome(ordinal, result, targets, List.of())),
                        START + ordinal * 1000);
    }

    void problem(Stage stage, long ordinal, ErrorCode code, String reason) {
        Problem problem = new Problem(
                new Origin(feed.name(), ordinal + 1, ordinal), code, "mail", reason, "Correct it, \"please\".");
        ledger.problems().insert(run.id(), stage, List.of(problem), numbers::incrementAndGet);
    }

    void ended(Run.State state, long rows) {
        ledger.runs().checked(run.id(), rows, true);
        ledger.runs().ended(run.id(), state, 2, START + 10_000);
    }

    ReportFiles write() {
        return Reports.write(ledger.runs().find(run.id()).orElseThrow(), ledger, feed, folder.resolve("reports"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
