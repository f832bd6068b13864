package dev.muster.job;

import dev.muster.input.CheckResult;
import dev.muster.ledger.ProblemTable;
import dev.muster.ledger.Stage;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Checks the whole feed in one pass and records its problems; begun anew after a crash. */
final class CheckStep {
    private static final int BATCH = 1000;
    private final ImportParts parts;

    CheckStep(ImportParts parts) {
        this.parts = parts;
    }

    void run() {
        long run = parts.run().id();
        ProblemTable table = parts.ledger().problems();
        table.clear(run, Stage.CHECK);
        AtomicLong numbers = new AtomicLong();
        List<Problem> waiting = new ArrayList<>(BATCH);
        CheckResult result = parts.check().run(parts.feed(), problem -> {
            waiting.add(problem);
            if (waiting.size() == BATCH) {
                table.insert(run, Stage.CHECK, waiting, numbers::incrementAndGet);
                waiting.clear();
            }
        });
        table.insert(run, Stage.CHECK, waiting, numbers::incrementAndGet);
        parts.ledger().runs().checked(run, result.rows(), result.complete());
    }
}
