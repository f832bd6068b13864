package dev.muster.report;

import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.ErrorCode;
import java.time.Instant;
import java.util.Map;

/** The summary for programs. Names are never renamed, only added; times are ISO 8601 in UTC. */
final class SummaryJson {
    private SummaryJson() {}

    static String of(Figures figures, long rowsToCorrect) {
        Json json = new Json();
        run(json, figures.run());
        times(json, figures);
        return json.with("rows", rows(figures.totals()))
                        .with("objects", objects(figures.totals()))
                        .with("exact", figures.totals().exact())
                        .with("rowsToCorrect", rowsToCorrect)
                        .with(
                                "targets",
                                figures.targets().stream()
                                        .map(SummaryJson::target)
                                        .toList())
                        .with(
                                "problems",
                                figures.kinds().entrySet().stream()
                                        .map(SummaryJson::problem)
                                        .toList())
                + "\n";
    }

    private static void run(Json json, Run run) {
        json.with("run", run.id())
                .with("source", run.source())
                .with("feed", run.feed())
                .with("digest", run.digest())
                .with("format", run.format())
                .with("completeFeed", run.completeFeed())
                .with("state", run.state().name());
    }

    /** A run that has not ended has neither an end nor an exit status. */
    private static void times(Json json, Figures figures) {
        Run run = figures.run();
        json.with("startedAt", Instant.ofEpochMilli(run.startedAt()).toString());
        if (figures.ended()) {
            json.with("endedAt", Instant.ofEpochMilli(run.endedAt()).toString()).with("exitStatus", run.exitStatus());
        }
        json.with("seconds", figures.duration().toMillis() / 1000.0)
                .with("objectsPerSecond", figures.objectsPerSecond());
    }

    private static Json rows(Totals totals) {
        return new Json()
                .with("read", totals.read())
                .with("planned", totals.plannedRows())
                .with("rejected", totals.rejected());
    }

    private static Json objects(Totals totals) {
        return new Json()
                .with("planned", totals.planned())
                .with("created", totals.created())
                .with("updated", totals.updated())
                .with("unchanged", totals.unchanged())
                .with("leftOut", totals.leftOut())
                .with("failed", totals.failed())
                .with("pending", totals.pending());
    }

    private static Json target(TargetTotals totals) {
        return new Json()
                .with("target", totals.target().toString())
                .with("done", totals.done())
                .with("failed", totals.failed())
                .with("aborted", totals.aborted())
                .with("unknown", totals.unknown());
    }

    private static Json problem(Map.Entry<ErrorCode, Long> kind) {
        return new Json()
                .with("code", kind.getKey().name())
                .with("class", kind.getKey().errorClass().name())
                .with("count", kind.getValue());
    }
}
