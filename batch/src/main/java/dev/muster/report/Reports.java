package dev.muster.report;

import dev.muster.input.ReportedFeed;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the reports of a run. Stateless and thread-safe. */
public final class Reports {
    private Reports() {}

    /**
     * Writes all reports into the folder {@code run-<id>} below the given one, which are made if they are not there.
     * Each file is written beside its place and moved there when complete; repeating writes them anew from the ledger.
     * Streams: memory does not grow with the feed. To be called outside a transaction. A run that has not ended is
     * reported up to now, without end and exit status.
     *
     * @param run the run as the reports are to tell it; its totals and problems are read from the ledger
     * @param feed the run's feed, as it was when the run read it
     * @param folder for the reports of all runs
     * @throws UncheckedIOException if a file cannot be written
     * @throws dev.muster.input.FeedException FEED_UNREADABLE if the feed can no longer be read
     */
    public static ReportFiles write(Run run, Ledger ledger, ReportedFeed feed, Path folder) {
        Figures figures = Figures.of(run, ledger, System.currentTimeMillis());
        Path own = folder(folder.resolve("run-" + run.id()));
        Path rejects = own.resolve("rejects." + feed.extension());
        Examples examples = new Examples();
        long toCorrect = rejects(figures, ledger, feed, rejects);
        ReportFiles files = new ReportFiles(
                own,
                own.resolve("results.csv"),
                own.resolve("summary.json"),
                own.resolve("report.html"),
                rejects,
                toCorrect);
        WholeFile.write(files.results(), out -> new ResultLines(figures.run(), ledger, feed, examples).write(out));
        WholeFile.write(files.summary(), out -> out.write(SummaryJson.of(figures, toCorrect)));
        WholeFile.write(files.page(), out -> new ReportPage(figures, examples, files).write(out));
        return files;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The folder " + folder + " for the reports cannot be made. Check its parent's rights.", failed);
        }
    }

    /** A run without bad rows has no reject file, nor one from an earlier writing. */
    private static long rejects(Figures figures, Ledger ledger, ReportedFeed feed, Path file) {
        long rows = figures.mayBeCorrected() ? reject(figures.run(), ledger, feed, file) : 0;
        if (rows == 0) {
            WholeFile.delete(file);
        }
        return rows;
    }

    private static long reject(Run run, Ledger ledger, ReportedFeed feed, Path file) {
        try (Stream<Problem> problems = ledger.problems().toCorrect(run.id(), feed.name())) {
            return feed.reject(file, String.valueOf(run.id()), problems.iterator());
        }
    }
}
