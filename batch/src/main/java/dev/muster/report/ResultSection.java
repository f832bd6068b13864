package dev.muster.report;

import dev.muster.ledger.Totals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Both sums as a bar and in numbers. */
final class ResultSection {
    private final Totals totals;
    private final List<Part> parts;

    ResultSection(Totals totals) {
        this.totals = totals;
        this.parts = List.of(
                new Part("Created", totals.created(), "created", "new in every target"),
                new Part("Updated", totals.updated(), "updated", "changed to what the feed says"),
                new Part("Unchanged", totals.unchanged(), "unchanged", "were as the feed says"),
                new Part("Left out", totals.leftOut(), "leftout", "changed by somebody else after the plan was made"),
                new Part("Failed", totals.failed(), "failed", "refused by a target, or no answer came in time"),
                new Part("Pending", totals.pending(), "pending", "planned and not finished"),
                new Part("Rejected", totals.rejected(), "rejected", "rows that could not be planned"));
    }

    /** @param meaning in a few words, read after the number */
    private record Part(String name, long count, String style, String meaning) {}

    String html() {
        return """
                <section>
                <h2>Rows and objects</h2>
                %s<table class="numbers results">
                <tbody>
                %s</tbody>
                </table>
                <p class="sum"><span>%s read = %s planned + %s rejected</span> \
                <span>%s planned = %s created + %s updated + %s unchanged + %s left out + %s failed + %s pending</span></p>
                </section>
                """.formatted(
                        bar(),
                        parts.stream().map(ResultSection::row).collect(Collectors.joining()),
                        Html.number(totals.read()),
                        Html.number(totals.plannedRows()),
                        Html.number(totals.rejected()),
                        Html.number(totals.planned()),
                        Html.number(totals.created()),
                        Html.number(totals.updated()),
                        Html.number(totals.unchanged()),
                        Html.number(totals.leftOut()),
                        Html.number(totals.failed()),
                        Html.number(totals.pending()));
    }

    /** Each part as wide as its share; a part of one row in a million is still to be seen. */
    private String bar() {
        long all = parts.stream().mapToLong(Part::count).sum();
        if (all == 0) {
            return "";
        }
        return parts.stream()
                .filter(part -> part.count > 0)
                .map(part -> String.format(
                        Locale.ROOT,
                        "<span class=\"%s\" style=\"flex-grow:%.6f\" title=\"%s: %s\"></span>",
                        part.style,
                        (double) part.count / all,
                        part.name,
                        Html.number(part.count)))
                .collect(Collectors.joining("", "<div class=\"bar\" aria-hidden=\"true\">", "</div>\n"));
    }

    private static String row(Part part) {
        return "<tr" + (part.count == 0 ? " class=\"none\"" : "") + "><th scope=\"row\"><i class=\"" + part.style
                + "\"></i>" + part.name + "</th><td>" + Html.number(part.count) + "</td><td class=\"meaning\">"
                + part.meaning + "</td></tr>\n";
    }
}
