package dev.muster.report;

import dev.muster.input.ReportedFeed;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.RowResult;
import dev.muster.ledger.Run;
import dev.muster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line for every row of the feed, in its order: three sorted streams side by side, the planned rows, the problems,
 * and the feed itself for rows that were rejected or never reached. For one writing.
 */
final class ResultLines {
    private static final List<String> HEADER =
            List.of("line", "identity", "username", "result", "targets", "code", "field", "reason", "suggestion");
    private final Run run;
    private final Ledger ledger;
    private final ReportedFeed feed;
    private final Examples examples;
    private long next = 1;

    /** @param examples is shown every problem on the way, so that they are read but once */
    ResultLines(Run run, Ledger ledger, ReportedFeed feed, Examples examples) {
        this.run = run;
        this.ledger = ledger;
        this.feed = feed;
        this.examples = examples;
    }

    void write(Writer out) throws IOException {
        out.write(CsvLine.of(HEADER));
        try (Stream<Problem> all = ledger.problems().inOrder(run.id(), feed.name());
                ReportedFeed.Rows rows = feed.rows()) {
            ProblemsByRow problems = new ProblemsByRow(all.peek(examples::note).iterator());
            ledger.outcomes().each(run.id(), row -> {
                unplanned(row.ordinal() - 1, problems, rows, out);
                planned(row, problems.of(row.ordinal()), out);
            });
            unplanned(run.rowsRead(), problems, rows, out);
            while (!problems.finished()) { // a check that broke off has found problems but counted no rows
                unplanned(problems.nextRow(), problems, rows, out);
            }
        }
    }

    private void planned(RowResult row, List<Problem> problems, Writer out) {
        next = row.ordinal() + 1;
        line(new Line(row.line(), row.identity(), row.userName(), row.result(), row.targets()), problems, out);
    }

    /** The rows from the last written to this one: rejected, or not reached because the run broke off. */
    private void unplanned(long last, ProblemsByRow problems, ReportedFeed.Rows rows, Writer out) {
        for (; next <= last; next++) {
            List<Problem> found = problems.of(next);
            ReportedFeed.Place place = rows.place(next);
            String result = found.isEmpty() ? "not planned" : "rejected";
            line(new Line(place.line(), place.identity(), place.userName(), result, ""), found, out);
        }
    }

    private static void line(Line line, List<Problem> problems, Writer out) {
        try {
            out.write(CsvLine.of(List.of(
                    String.valueOf(line.number),
                    line.identity,
                    line.userName,
                    line.result,
                    line.targets,
                    joined(problems, problem -> problem.code().name()),
                    joined(problems, Problem::field),
                    joined(problems, Problem::reason),
                    joined(problems, Problem::suggestion))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).distinct().collect(Collectors.joining(" "));
    }

    private record Line(long number, String identity, String userName, String result, String targets) {}
}
