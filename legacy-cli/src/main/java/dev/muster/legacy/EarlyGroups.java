package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Groups that are written while other people are still being made: as soon as everybody is whom their calls name. The
 * disk that the directory waits for is idle meanwhile. Thread-safe; used once.
 */
final class EarlyGroups implements AutoCloseable {
    private final Map<ObjectKey, Set<ObjectKey>> awaited = new HashMap<>();
    private final Consumer<Set<ObjectKey>> write;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<CompletableFuture<Void>> work = new ArrayList<>();

    /**
     * @param groups with the people who have to be made before
     * @param write does it, on a thread of its own
     */
    EarlyGroups(Map<ObjectKey, Set<ObjectKey>> groups, Consumer<Set<ObjectKey>> write) {
        groups.forEach((group, people) -> awaited.put(group, new HashSet<>(people)));
        this.write = write;
    }

    /** These people are there. */
    synchronized void made(Collection<ObjectKey> people) {
        Set<ObjectKey> ready = new HashSet<>();
        awaited.forEach((group, missing) -> {
            people.forEach(missing::remove);
            if (missing.isEmpty()) {
                ready.add(group);
            }
        });
        awaited.keySet().removeAll(ready);
        if (!ready.isEmpty()) {
            work.add(CompletableFuture.runAsync(() -> write.accept(ready), thread));
        }
    }

    /** Returns when everything that was begun is done; what went wrong is thrown. */
    synchronized void await() {
        work.forEach(Aside::await);
    }

    /** Nothing of it works on behind whoever closes it. */
    @Override
    public synchronized void close() {
        work.forEach(each -> each.exceptionally(failed -> null).join());
        thread.shutdown();
    }
}
