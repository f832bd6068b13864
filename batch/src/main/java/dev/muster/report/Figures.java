package dev.muster.report;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.ledger.Totals;
import dev.muster.model.ErrorCode;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All the numbers of a run, read from the ledger once so that every report says the same.
 *
 * @param targets in the order of writing
 * @param kinds how often each kind of problem was found, most frequent first
 * @param perSecond objects finished per second since 1970
 * @param until the run's end, or now if it has not ended; milliseconds since 1970
 */
record Figures(
        Run run,
        Totals totals,
        List<TargetTotals> targets,
        Map<ErrorCode, Long> kinds,
        SortedMap<Long, Long> perSecond,
        long until) {
    /** @param run as it stands, or as it is about to be recorded */
    static Figures of(Run run, Ledger ledger, long now) {
        long runId = run.id();
        long rejected = ledger.problems().rejectedRows(runId);
        return new Figures(
                run,
                ledger.outcomes().totals(runId, run.rowsRead(), rejected),
                TargetTotals.of(ledger, runId),
                mostFrequentFirst(ledger.problems().kinds(runId)),
                new TreeMap<>(ledger.outcomes().perSecond(runId)),
                run.endedAt() > 0 ? run.endedAt() : now);
    }

    private static Map<ErrorCode, Long> mostFrequentFirst(Map<ErrorCode, Long> kinds) {
        Map<ErrorCode, Long> sorted = new LinkedHashMap<>();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<ErrorCode, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> sorted.put(kind.getKey(), kind.getValue()));
        return sorted;
    }

    boolean ended() {
        return run.endedAt() > 0;
    }

    boolean mayBeCorrected() {
        return totals.rejected() + totals.failed() > 0;
    }

    Duration duration() {
        return Duration.ofMillis(Math.max(0, until - run.startedAt()));
    }

    /** Objects with an outcome. */
    long finished() {
        return perSecond.values().stream().mapToLong(Long::longValue).sum();
    }

    /** From the run's start to its end, check and plan included. */
    double objectsPerSecond() {
        return duration().isZero() ? 0 : finished() * 1000.0 / duration().toMillis();
    }
}
