package dev.muster.cli;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.report.Json;
import dev.muster.report.TargetTotals;
import java.util.List;
import java.util.stream.Collectors;

/** A run in a few words. */
record Summary(Run run, Totals totals) {
    static Summary of(Run run, Ledger ledger) {
        long rejected = ledger.problems().rejectedRows(run.id());
        return new Summary(run, ledger.outcomes().totals(run.id(), run.rowsRead(), rejected));
    }

    String line() {
        return "run %d  %s  %s  %s  %s"
                .formatted(run.id(), StatusCommand.time(run.startedAt()), run.state(), run.feed(), counts());
    }

    /** Both sums, and what each target did, as an administrator reads them. */
    String text(List<TargetTotals> targets) {
        StringBuilder text = new StringBuilder(sums());
        if (totals.followed() > 0) {
            text.append("%nfollowed %8d of the objects are shared accounts whose groups have changed, and no rows"
                    .formatted(totals.followed()));
        }
        targets.forEach(target -> text.append(("%n%-10s%7d done, %d failed, %d aborted, %d unknown")
                .formatted(target.target(), target.done(), target.failed(), target.aborted(), target.unknown())));
        return text.toString();
    }

    private String sums() {
        return """
                rows     %8d read = %d planned + %d rejected
                objects  %8d planned = %d created + %d updated + %d unchanged + %d left out + %d failed + %d pending""".formatted(
                        totals.read(),
                        totals.plannedRows(),
                        totals.rejected(),
                        totals.planned(),
                        totals.created(),
                        totals.updated(),
                        totals.unchanged(),
                        totals.leftOut(),
                        totals.failed(),
                        totals.pending());
    }

    String json() {
        return json("");
    }

    /** The same with what only a list of runs needs: which feed, when, by whom, how it ended, and each target's totals. */
    String fullJson(List<TargetTotals> targets) {
        return json(",\"feed\":%s,\"startedAt\":\"%s\",\"endedAt\":%s,\"exitStatus\":%s,\"by\":%s,\"targets\":{%s}"
                .formatted(
                        Json.quoted(run.feed()),
                        StatusCommand.time(run.startedAt()),
                        run.endedAt() == 0 ? "null" : "\"" + StatusCommand.time(run.endedAt()) + "\"",
                        run.endedAt() == 0 ? "null" : Integer.toString(run.exitStatus()),
                        Json.quoted(run.begunBy()),
                        targets.stream().map(Summary::json).collect(Collectors.joining(","))));
    }

    private static String json(TargetTotals target) {
        return "%s:{\"done\":%d,\"failed\":%d,\"aborted\":%d,\"unknown\":%d}"
                .formatted(
                        Json.quoted(target.target().toString()),
                        target.done(),
                        target.failed(),
                        target.aborted(),
                        target.unknown());
    }

    private String json(String more) {
        return ("{\"run\":%d,\"state\":\"%s\",\"read\":%d,\"planned\":%d,\"rejected\":%d,\"created\":%d,\"updated\":%d,"
                        + "\"unchanged\":%d,\"leftOut\":%d,\"failed\":%d,\"pending\":%d%s}")
                .formatted(
                        run.id(),
                        run.state(),
                        totals.read(),
                        totals.planned(),
                        totals.rejected(),
                        totals.created(),
                        totals.updated(),
                        totals.unchanged(),
                        totals.leftOut(),
                        totals.failed(),
                        totals.pending(),
                        more);
    }

    private String counts() {
        return "%d read, %d rejected, %d created, %d updated, %d unchanged, %d failed, %d pending"
                .formatted(
                        totals.read(),
                        totals.rejected(),
                        totals.created(),
                        totals.updated(),
                        totals.unchanged(),
                        totals.failed(),
                        totals.pending());
    }
}
