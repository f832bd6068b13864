package dev.muster.target.imap;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts failures in a row, over everybody: when there are too many the server is away, not a person's mailbox. */
final class Breaker {
    private final int limit;
    private final AtomicInteger failures = new AtomicInteger();

    Breaker(int limit) {
        this.limit = limit;
    }

    void worked() {
        failures.set(0);
    }

    void failed() {
        failures.incrementAndGet();
    }

    boolean isOpen() {
        return failures.get() >= limit;
    }
}
