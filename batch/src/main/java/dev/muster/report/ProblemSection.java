package dev.muster.report;

import dev.muster.model.ErrorClass;
import dev.muster.model.ErrorCode;
import dev.muster.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The kinds of problem, most frequent first, each with its first examples. */
final class ProblemSection {
    private final Figures figures;
    private final Examples examples;
    private final ReportFiles files;

    ProblemSection(Figures figures, Examples examples, ReportFiles files) {
        this.figures = figures;
        this.examples = examples;
        this.files = files;
    }

    String html() {
        if (figures.kinds().isEmpty()) {
            return "";
        }
        String kinds = figures.kinds().entrySet().stream()
                .map(kind -> kind(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining());
        return "<section>\n<h2>Problems</h2>\n" + toCorrect() + kinds + "</section>\n";
    }

    private String toCorrect() {
        if (files.rowsToCorrect() == 0) {
            return "";
        }
        return """
                <p><a href="%1$s">%1$s</a> holds %2$s: correct what it names and import that file.</p>
                """.formatted(
                        files.rejects().getFileName(),
                        files.rowsToCorrect() == 1
                                ? "the row to correct"
                                : "the " + Html.number(files.rowsToCorrect()) + " rows to correct");
    }

    private String kind(ErrorCode code, long count) {
        List<Problem> first = examples.of(code);
        String rest = count > first.size()
                ? "<p class=\"hint\">and " + Html.number(count - first.size()) + " more</p>\n"
                : "";
        return """
                <article>
                <h3><code>%s</code> <span class="count">%s</span> <span class="whose">%s</span></h3>
                <ol>
                %s</ol>
                %s</article>
                """.formatted(
                        code.name(),
                        Html.number(count),
                        move(code.errorClass()),
                        first.stream().map(ProblemSection::example).collect(Collectors.joining()),
                        rest);
    }

    private static String example(Problem problem) {
        String field = problem.field().isEmpty() ? "" : " <b>" + Html.isolated(problem.field()) + "</b>";
        String line = problem.origin().line() == 0
                ? "whole feed"
                : "line " + problem.origin().line();
        return "<li><span class=\"place\">" + line + field + "</span> <span dir=\"auto\">"
                + Html.escaped(problem.reason()) + "</span> <span class=\"suggestion\" dir=\"auto\">"
                + Html.escaped(problem.suggestion()) + "</span></li>\n";
    }

    /** Whose move it is. */
    private static String move(ErrorClass errorClass) {
        return switch (errorClass) {
            case FEED -> "correct the row";
            case CONFIGURATION -> "correct the configuration";
            case REFUSED -> "refused by the target";
            case CONFLICT -> "in conflict with what is there";
            case UNAVAILABLE -> "try again later";
            case INTERNAL -> "a fault of Muster";
        };
    }
}
