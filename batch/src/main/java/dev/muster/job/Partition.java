package dev.muster.job;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A range of plans that one thread applies: those of a run above {@code after}, up to and with {@code last}. */
record Partition(long runId, long after, long last) {
    static Partition from(ExecutionContext context) {
        return new Partition(context.getLong("run"), context.getLong("after"), context.getLong("last"));
    }

    ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putLong("run", runId);
        context.putLong("after", after);
        context.putLong("last", last);
        return context;
    }
}
