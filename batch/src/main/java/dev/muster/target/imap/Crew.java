package dev.muster.target.imap;

import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that work on people side by side, as many as there may be connections; one more ends whoever is past his
 * deadline. Thread-safe.
 */
final class Crew implements AutoCloseable {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final Limits limits;
    private final Breaker breaker;
    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor clock;

    Crew(Limits limits) {
        this.limits = limits;
        breaker = new Breaker(limits.connections() * limits.attempts());
        workers = Executors.newFixedThreadPool(limits.connections(), daemons("muster-imap-"));
        clock = new ScheduledThreadPoolExecutor(1, daemons("muster-imap-clock-"));
        clock.setRemoveOnCancelPolicy(true);
    }

    /** One attempt at one person's work. */
    interface Work<T> {
        T on(Leash leash) throws Fault;
    }

    /**
     * Does all jobs and returns when every one has ended.
     *
     * @throws RuntimeException the first that a job threw; jobs not yet begun are left out then
     */
    <T> List<T> all(List<? extends Callable<T>> jobs, Call call) {
        List<Future<Optional<T>>> futures = new ArrayList<>();
        jobs.forEach(job -> futures.add(workers.submit(() -> call.begin(job))));
        List<T> results = new ArrayList<>();
        futures.forEach(future -> call.await(future).ifPresent(results::add));
        call.end();
        return results;
    }

    Call call() {
        return new Call(System.nanoTime() + limits.call().toNanos());
    }

    /** Tries until it works, the deadline passes, or trying again cannot help. */
    <T> T patiently(Work<T> work, Call call) throws Fault {
        return patiently(work, limits.person(), call);
    }

    /** The same where the work is not one person's, and takes its time. */
    <T> T patiently(Work<T> work, Duration limit, Call call) throws Fault {
        Leash leash = call.leash(limit.toNanos());
        ScheduledFuture<?> end = clock.schedule(leash::cut, leash.remaining(), TimeUnit.NANOSECONDS);
        try {
            return attempts(work, leash, call);
        } finally {
            end.cancel(false);
            call.release(leash);
        }
    }

    private <T> T attempts(Work<T> work, Leash leash, Call call) throws Fault {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = work.on(leash);
                breaker.worked();
                return result;
            } catch (Fault caught) {
                Fault fault =
                        leash.isCut() ? new Fault(Kind.LATE, "no answer in time: " + caught.text(), caught) : caught;
                count(fault);
                if (!fault.kind().isPassing() || attempt >= limits.attempts() || breaker.isOpen()) {
                    throw fault;
                }
                call.pause(pause(attempt), leash);
            }
        }
    }

    private void count(Fault fault) {
        if (fault.kind().isWeather()) {
            breaker.failed();
        } else {
            breaker.worked();
        }
    }

    /** Whether so much went wrong in a row that the server must be away. */
    boolean hasGivenUp() {
        return breaker.isOpen();
    }

    /** Lets a new call try again. */
    void takeHeart() {
        breaker.worked();
    }

    /** Doubles each time, with up to half of it left to chance, so that not everybody comes back at once. */
    private static long pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        workers.shutdownNow();
        clock.shutdownNow();
    }
}
