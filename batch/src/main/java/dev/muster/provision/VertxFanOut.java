package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.target.Target;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Side by side on Vert.x worker threads: for the jobs. Every target has workers of its own, so that a slow mailbox store
 * cannot starve the database.
 */
public final class VertxFanOut implements FanOut {
    private final Map<TargetName, WorkerExecutor> workers = new EnumMap<>(TargetName.class);

    /** @param chunks how many chunks are under way at the same time */
    public VertxFanOut(Vertx vertx, int chunks) {
        for (TargetName name : TargetName.values()) {
            workers.put(name, vertx.createSharedWorkerExecutor("target-" + name, chunks, 1, TimeUnit.HOURS));
        }
    }

    @Override
    public Map<TargetName, Map<ObjectKey, StepOutcome>> apply(Map<Target, List<TargetPlan>> work) {
        Map<TargetName, CompletableFuture<Map<ObjectKey, StepOutcome>>> running = new HashMap<>();
        work.forEach((target, plans) -> running.put(target.name(), start(target, plans)));
        return ThreadFanOut.collect(running);
    }

    @Override
    public void close() {
        workers.values().forEach(WorkerExecutor::close);
    }

    private CompletableFuture<Map<ObjectKey, StepOutcome>> start(Target target, List<TargetPlan> plans) {
        WorkerExecutor executor = workers.get(target.name());
        if (executor == null) {
            throw new IllegalStateException("No workers for " + target.name() + ".");
        }
        return executor.executeBlocking(() -> target.apply(plans), false)
                .toCompletionStage()
                .toCompletableFuture();
    }
}
