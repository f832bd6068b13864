package dev.muster.report;

import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** The page for people: one file without scripts, readable in print, light or dark as its reader has it. */
final class ReportPage {
    private static final String NO_STYLE = "The style sheet of the report is missing in the program.";
    private static final int GUARD_TRIPPED = 3;
    private final Figures figures;
    private final Examples examples;
    private final ReportFiles files;
    private final ZoneId zone = ZoneId.systemDefault();

    ReportPage(Figures figures, Examples examples, ReportFiles files) {
        this.figures = figures;
        this.examples = examples;
        this.files = files;
    }

    void write(Writer out) throws IOException {
        out.write(head());
        out.write(verdict());
        out.write(facts());
        out.write(new ResultSection(figures.totals()).html());
        out.write(targets());
        out.write(throughput());
        out.write(new ProblemSection(figures, examples, files).html());
        out.write(links());
        out.write("</main>\n</body>\n</html>\n");
    }

    private String head() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Muster: import run %d</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                """.formatted(figures.run().id(), style());
    }

    private String verdict() {
        Totals totals = figures.totals();
        return """
                <header>
                <p class="eyebrow">Muster · import run %d</p>
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s</header>
                """.formatted(figures.run().id(), headline(totals), lead(totals), notes());
    }

    private String lead(Totals totals) {
        String read = Html.number(totals.read()) + (totals.read() == 1 ? " row read" : " rows read");
        String duration = Html.duration(figures.duration());
        return figures.finished() == 0
                ? read + " in " + duration + "; nothing was written."
                : read + ", " + Html.number(figures.finished()) + " taken to the targets; " + duration + " in all, "
                        + Html.rate(figures.objectsPerSecond()) + " objects a second.";
    }

    /** The report is written as the last step, so a run that is not ended may well have done all its work. */
    private String headline(Totals totals) {
        if (figures.run().state() == Run.State.STOPPED) {
            return "Stopped before its work was done";
        }
        if (figures.ended() && figures.run().exitStatus() == GUARD_TRIPPED) {
            return "Held back by a guard: nothing was written";
        }
        if (!figures.ended() && totals.pending() > 0) {
            return "Under way";
        }
        if (totals.read() == 0) {
            return "No rows in the feed";
        }
        long bad = totals.rejected() + totals.failed() + totals.leftOut() + totals.pending();
        return switch ((int) Math.min(bad, 2)) {
            case 0 -> "Everybody is as the feed says";
            case 1 -> "1 of " + Html.number(totals.read()) + " rows needs a look";
            default -> Html.number(bad) + " of " + Html.number(totals.read()) + " rows need a look";
        };
    }

    /** What nobody may overlook. */
    private String notes() {
        StringBuilder notes = new StringBuilder();
        if (figures.run().state() == Run.State.STOPPED) {
            notes.append("<p class=\"note\">Go on with <code>muster resume ")
                    .append(figures.run().id())
                    .append("</code>.</p>\n");
        }
        if (figures.ended() && !figures.totals().exact()) {
            notes.append("<p class=\"note\">The sums below do not come out: some rows that were read are neither"
                    + " planned nor rejected. The run broke off while planning.</p>\n");
        }
        if (!figures.run().completeFeed()) {
            notes.append("<p class=\"note\">Some rows of the feed could not be read or do not tell whose they are, so"
                    + " it proves of nobody that they left.</p>\n");
        }
        return notes.toString();
    }

    private String facts() {
        Run run = figures.run();
        return """
                <dl class="facts">
                <div><dt>Feed</dt><dd class="path">%s</dd></div>
                <div><dt>Source</dt><dd>%s</dd></div>
                <div><dt>Format</dt><dd>%s</dd></div>
                <div><dt>Started</dt><dd>%s</dd></div>
                <div><dt>%s</dt><dd>%s</dd></div>
                <div><dt>Exit status</dt><dd>%s</dd></div>
                <div class="wide"><dt>SHA-256 of the feed</dt><dd class="path">%s</dd></div>
                </dl>
                """.formatted(
                        Html.isolated(run.feed()),
                        Html.isolated(run.source()),
                        Html.isolated(run.format()),
                        Html.time(run.startedAt(), zone),
                        figures.ended() ? "Ended" : "As of",
                        Html.time(figures.until(), zone),
                        figures.ended() ? String.valueOf(run.exitStatus()) : "none yet",
                        Html.escaped(run.digest()));
    }

    private String targets() {
        if (figures.targets().isEmpty()) {
            return "";
        }
        String rows = figures.targets().stream().map(ReportPage::target).collect(Collectors.joining());
        return """
                <section>
                <h2>Targets</h2>
                <table class="numbers even">
                <thead><tr><th scope="col">Target</th><th scope="col">Done</th><th scope="col">Failed</th>\
                <th scope="col">Not tried</th><th scope="col">No answer in time</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                <p class="hint">Not tried: another target had failed for this person. The next import of the same row\
                 makes up for it.</p>
                </section>
                """.formatted(rows);
    }

    private static String target(TargetTotals totals) {
        return "<tr><th scope=\"row\">" + totals.target() + "</th>" + count(totals.done(), "good")
                + count(totals.failed(), "bad") + count(totals.aborted(), "warn") + count(totals.unknown(), "warn")
                + "</tr>\n";
    }

    /** A number that is nothing to look at when it is zero. */
    private static String count(long value, String tone) {
        return "<td class=\"" + (value == 0 ? "zero" : tone) + "\">" + Html.number(value) + "</td>";
    }

    private String throughput() {
        if (figures.perSecond().isEmpty()) {
            return "";
        }
        ThroughputChart chart = new ThroughputChart(figures.perSecond(), zone);
        String step = chart.secondsPerStep() == 1 ? "" : ", drawn in steps of " + chart.secondsPerStep() + " seconds";
        return """
                <section>
                <h2>Throughput</h2>
                <figure>
                %s<figcaption>Objects finished per second while applying%s; at best %s.</figcaption>
                </figure>
                </section>
                """.formatted(chart.svg(), step, Html.rate(chart.peak()));
    }

    private String links() {
        return """
                <footer>
                <p>Beside this page: <a href="%1$s">%1$s</a>, a line for every row of the feed ·\
                 <a href="%2$s">%2$s</a>, these totals for programs.</p>
                </footer>
                """.formatted(files.results().getFileName(), files.summary().getFileName());
    }

    private static String style() {
        try (InputStream style = ReportPage.class.getResourceAsStream("report.css")) {
            if (style == null) {
                throw new IllegalStateException(NO_STYLE);
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(NO_STYLE, unreadable);
        }
    }
}
