package dev.muster.target.imap;

import dev.muster.model.ErrorCode;
import dev.muster.model.TargetName;
import dev.muster.target.TargetException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call of the target: its deadline, whoever is at work for it, and the exception that ends it. Its owner waits for
 * everybody, also when interrupted, so that nothing still writes afterwards.
 */
final class Call {
    private final long deadline;
    private final Set<Leash> leashes = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable RuntimeException first;
    private volatile boolean interrupted;

    /** @param deadline in terms of {@link System#nanoTime} */
    Call(long deadline) {
        this.deadline = deadline;
    }

    /** Does the job, unless the call is being given up. */
    <T> Optional<T> begin(Callable<T> job) throws Exception {
        try {
            return isStopped() ? Optional.empty() : Optional.of(job.call());
        } catch (RuntimeException e) {
            stopped.countDown();
            throw e;
        }
    }

    Leash leash(long nanos) {
        Leash leash = new Leash(Math.min(System.nanoTime() + nanos, deadline));
        leashes.add(leash);
        if (interrupted) {
            leash.cut();
        }
        return leash;
    }

    void release(Leash leash) {
        leashes.remove(leash);
    }

    /** Waits, but not longer than the person's deadline, and not at all once the call is being given up. */
    void pause(long millis, Leash leash) {
        long nanos = Math.min(TimeUnit.MILLISECONDS.toNanos(millis), leash.remaining());
        try {
            if (stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                leash.cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leash.cut();
        }
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits for a job to end; empty when it was left out or threw. */
    <T> Optional<T> await(Future<Optional<T>> job) {
        while (true) {
            try {
                return job.get();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped.countDown();
                leashes.forEach(Leash::cut);
            } catch (ExecutionException e) {
                remember(e.getCause());
                return Optional.empty();
            }
        }
    }

    private void remember(@Nullable Throwable thrown) {
        if (first == null) {
            first = thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
        }
    }

    /** @throws RuntimeException what a job threw */
    void end() {
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new TargetException(
                    TargetName.IMAP, ErrorCode.INTERNAL, "The work on mailboxes was interrupted. Run resume.");
        }
        if (first != null) {
            throw first;
        }
    }
}
