package dev.muster.job;

import dev.muster.ledger.PlanTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Cuts the plans of a run into ranges of equal work. */
final class PlanPartitioner implements Partitioner {
    private final PlanTable plans;
    private final long runId;

    PlanPartitioner(PlanTable plans, long runId) {
        this.plans = plans;
        this.runId = runId;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<Long> ordinals = plans.ordinalsToApply(runId);
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        int parts = Math.min(gridSize, ordinals.size());
        long after = 0;
        for (int number = 1; number <= parts; number++) {
            long last = ordinals.get((int) ((long) ordinals.size() * number / parts) - 1);
            contexts.put(new Partition(after, last).name(), new ExecutionContext());
            after = last;
        }
        return contexts;
    }
}
