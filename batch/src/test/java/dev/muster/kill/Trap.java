package dev.muster.kill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Waits for one request and does something at that moment. Springs once. Thread-safe. */
final class Trap {
    /** When it springs. */
    enum Moment {
        /** The server has not seen the request. */
        BEFORE,
        /** The server has answered, and the client has not seen the answer. */
        AFTER
    }

    private final Predicate<byte[]> bait;
    private final long occurrence;
    private final Moment moment;
    private final Action action;
    private final AtomicLong seen = new AtomicLong();
    private final CountDownLatch sprung = new CountDownLatch(1);

    private Trap(Predicate<byte[]> bait, long occurrence, Moment moment, Action action) {
        this.bait = bait;
        this.occurrence = occurrence;
        this.moment = moment;
        this.action = action;
    }

    /** What happens. */
    interface Action {
        /** @return whether the message goes on its way afterwards; otherwise its connection is cut */
        boolean happen() throws InterruptedException;
    }

    static Trap none() {
        return new Trap(request -> false, 1, Moment.BEFORE, () -> true);
    }

    /** At the request of this number, counted from 1 over all connections. */
    static Trap atRequest(long number, Moment moment, Action action) {
        return new Trap(request -> true, number, moment, action);
    }

    /** When the client sends this text for the nth time. */
    static Trap atText(String text, long occurrence, Moment moment, Action action) {
        return new Trap(request -> Wire.text(request).contains(text), occurrence, moment, action);
    }

    /** Whether this request is the one. */
    boolean catches(byte[] request) {
        return bait.test(request) && seen.incrementAndGet() == occurrence;
    }

    Moment moment() {
        return moment;
    }

    boolean spring() throws InterruptedException {
        sprung.countDown();
        return action.happen();
    }

    boolean hasSprung() {
        return sprung.getCount() == 0;
    }

    void awaitSpringing() throws InterruptedException {
        sprung.await();
    }
}
