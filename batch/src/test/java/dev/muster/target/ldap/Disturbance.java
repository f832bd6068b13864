package dev.muster.target.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a directory in memory misbehave. */
final class Disturbance extends InMemoryOperationInterceptor {
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean simple;

    /** The next adds are refused because the server is busy. */
    void beBusy(int times) {
        busy.set(times);
    }

    /** The next writes are done, but the answer says that the server is going away. */
    void loseAnswers(int times) {
        lost.set(times);
    }

    /** Adds wait until the gate is opened. */
    void hang(CountDownLatch until) {
        gate = until;
    }

    /** The server no longer says that it can increment. */
    void forgetIncrement() {
        simple = true;
    }

    @Override
    public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new LDAPException(ResultCode.BUSY);
        }
    }

    @Override
    public void processAddResult(InMemoryInterceptedAddResult result) {
        if (isLost(result.getResult())) {
            result.setResult(goingAway(result.getMessageID()));
        }
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult result) {
        if (isLost(result.getResult())) {
            result.setResult(goingAway(result.getMessageID()));
        }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
        if (simple && found.getSearchEntry().getDN().isEmpty()) {
            Entry entry = found.getSearchEntry().duplicate();
            entry.removeAttribute("supportedFeatures");
            found.setSearchEntry(new com.unboundid.ldap.sdk.SearchResultEntry(entry));
        }
    }

    private boolean isLost(LDAPResult result) {
        return result.getResultCode().equals(ResultCode.SUCCESS)
                && lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static LDAPResult goingAway(int messageId) {
        return new LDAPResult(messageId, ResultCode.UNAVAILABLE);
    }
}
