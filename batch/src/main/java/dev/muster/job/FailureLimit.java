package dev.muster.job;

import java.util.concurrent.atomic.AtomicLong;

/** Throws the stop switch when too many objects fail: something is wrong that no row can be blamed for. Thread-safe. */
final class FailureLimit {
    private final long most;
    private final AtomicLong failed;
    private final StopSwitch stop;

    /**
     * @param most how many failures a run bears
     * @param before failures of this run before a resume
     */
    FailureLimit(long most, long before, StopSwitch stop) {
        this.most = most;
        this.failed = new AtomicLong(before);
        this.stop = stop;
    }

    void count(long more) {
        if (more > 0 && failed.addAndGet(more) > most) {
            stop.stop();
        }
    }
}
