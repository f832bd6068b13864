package dev.muster.provision;

import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.target.Target;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Side by side on plain threads: for one-shot commands, which load no Vert.x. */
public final class ThreadFanOut implements FanOut {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fan-out");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Map<TargetName, Map<ObjectKey, StepOutcome>> apply(Map<Target, List<TargetPlan>> work) {
        Map<TargetName, CompletableFuture<Map<ObjectKey, StepOutcome>>> running = new HashMap<>();
        work.forEach((target, plans) ->
                running.put(target.name(), CompletableFuture.supplyAsync(() -> target.apply(plans), threads)));
        return collect(running);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** The answers of all, once all have ended; the first exception with the others suppressed in it. */
    static Map<TargetName, Map<ObjectKey, StepOutcome>> collect(
            Map<TargetName, CompletableFuture<Map<ObjectKey, StepOutcome>>> running) {
        Map<TargetName, Map<ObjectKey, StepOutcome>> outcomes = new EnumMap<>(TargetName.class);
        Failures failures = new Failures();
        running.forEach((name, future) -> {
            try {
                outcomes.put(name, future.join());
            } catch (CompletionException | CancellationException failed) {
                failures.add(failed);
            }
        });
        failures.raise();
        return outcomes;
    }
}
