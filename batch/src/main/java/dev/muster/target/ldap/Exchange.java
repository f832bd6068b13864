package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import dev.muster.target.TargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Requests go out one behind the other without waiting for the answers. Calls that the server could not answer because
 * it was busy or away are repeated after a pause; a write whose answer did not come in time is not. Thread-safe.
 */
final class Exchange implements AutoCloseable {
    /** Well below the 1,000 pending requests at which slapd stops reading from a connection. */
    private static final int IN_FLIGHT = 256;

    private static final Set<ResultCode> AWAY =
            Set.of(ResultCode.BUSY, ResultCode.UNAVAILABLE, ResultCode.SERVER_DOWN, ResultCode.CONNECT_ERROR);

    private final LdapServer server;
    private final LdapConnections connections;

    Exchange(LdapServer server) {
        this.server = server;
        this.connections = new LdapConnections(server);
    }

    /** A single call that waits for its answer. */
    interface Question<T> {
        T ask(LDAPConnection connection) throws LDAPException;
    }

    /**
     * Asks until there is an answer.
     *
     * @throws LDAPException with what the server refused
     * @throws TargetException if the server stays away or does not accept us
     */
    <T> T ask(Question<T> question) throws LDAPException {
        for (int attempt = 0; ; attempt++) {
            try {
                return question.ask(connections.take());
            } catch (LDAPException failure) {
                LdapErrors.throwIfHopeless(server, failure);
                if (!isAway(failure.getResultCode(), true)) {
                    throw failure;
                }
                pauseOrGiveUp(attempt, failure.toLDAPResult());
            }
        }
    }

    /**
     * Sends all calls and waits for all answers.
     *
     * @return the results in the calls' order; {@link ResultCode#TIMEOUT} where a write was not answered in time
     * @throws TargetException if the server stays away or does not accept us
     */
    List<LDAPResult> send(List<? extends LdapCall> calls) {
        Round round = new Round(calls);
        List<Integer> open = IntStream.range(0, calls.size()).boxed().toList();
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt > 0) {
                pauseOrGiveUp(attempt - 1, round.results[open.get(0)]);
            }
            round.send(open);
            open = open.stream().filter(round::isToBeRepeated).toList();
        }
        return List.of(round.results);
    }

    @Override
    public void close() {
        connections.close();
    }

    private static boolean isAway(ResultCode code, boolean repeatableWhenLate) {
        return AWAY.contains(code) || (repeatableWhenLate && code.equals(ResultCode.TIMEOUT));
    }

    private void pauseOrGiveUp(int attempt, LDAPResult last) {
        if (attempt >= server.retries()) {
            throw LdapErrors.away(server, last);
        }
        long pause = server.pause().toMillis() << attempt;
        try {
            Thread.sleep(pause + ThreadLocalRandom.current().nextLong(pause / 4 + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LdapErrors.away(server, last);
        }
    }

    /** One sending of some of the calls. What the answering threads write is read after the window is whole again. */
    private final class Round {
        private final List<? extends LdapCall> calls;
        private final LDAPResult[] results;
        private final LDAPConnection[] used;
        private final Semaphore window = new Semaphore(IN_FLIGHT);

        private Round(List<? extends LdapCall> calls) {
            this.calls = calls;
            this.results = new LDAPResult[calls.size()];
            this.used = new LDAPConnection[calls.size()];
        }

        private void send(List<Integer> open) {
            Optional<LDAPException> lost = Optional.empty();
            for (int i : open) {
                if (lost.isEmpty()) {
                    lost = send(i).filter(
                                    failure -> LdapErrors.isHopeless(failure) || isAway(failure.getResultCode(), true));
                } else {
                    results[i] = lost.get().toLDAPResult();
                }
            }
            window.acquireUninterruptibly(IN_FLIGHT);
            window.release(IN_FLIGHT);
            lost.ifPresent(failure -> LdapErrors.throwIfHopeless(server, failure));
            open.stream().filter(this::isLate).forEach(i -> used[i].close());
        }

        private Optional<LDAPException> send(int i) {
            AtomicBoolean open = new AtomicBoolean(true);
            window.acquireUninterruptibly();
            try {
                used[i] = connections.take();
                calls.get(i).send(used[i], result -> answered(i, result, open));
                return Optional.empty();
            } catch (LDAPException failure) {
                answered(i, failure.toLDAPResult(), open);
                return Optional.of(failure);
            }
        }

        /** A connection lost while sending tells so twice; the first answer counts. */
        private void answered(int i, LDAPResult result, AtomicBoolean open) {
            if (open.compareAndSet(true, false)) {
                results[i] = result;
                window.release();
            }
        }

        private boolean isToBeRepeated(int i) {
            return isAway(results[i].getResultCode(), calls.get(i) instanceof LdapCall.Search);
        }

        /** A connection that owes an answer is closed, so that nothing of the call is written later on. */
        private boolean isLate(int i) {
            return results[i].getResultCode().equals(ResultCode.TIMEOUT);
        }
    }
}
