package dev.muster.job;

import java.util.concurrent.atomic.AtomicLong;

/** How far a run is. Thread-safe; written by the steps, read by whoever shows it. */
public final class Progress {
    /** The steps as an administrator knows them. */
    public enum Phase {
        CHECK,
        PLAN,
        APPLY,
        GROUPS,
        ACCOUNTS,
        REPORT
    }

    private volatile Phase phase = Phase.CHECK;
    private volatile long begunNanos = System.nanoTime();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();

    /** Begins a phase with so many things to do; 0 = not known. */
    public void begin(Phase next, long toDo) {
        begunNanos = System.nanoTime();
        phase = next;
        total.set(toDo);
        done.set(0);
        bad.set(0);
    }

    public void advance(long count, long badAmongThem) {
        done.addAndGet(count);
        bad.addAndGet(badAmongThem);
    }

    public Phase phase() {
        return phase;
    }

    /** How long the phase has been going on. */
    public double seconds() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    public long total() {
        return total.get();
    }

    public long done() {
        return done.get();
    }

    /** Rejected or failed among {@link #done}. */
    public long bad() {
        return bad.get();
    }
}
