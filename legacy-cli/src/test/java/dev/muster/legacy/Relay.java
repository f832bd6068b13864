package dev.muster.legacy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server on loopback, passes everything on, and counts what a client sends at once as a request. At one of
 * them it does something, before the server sees it or before the client sees the answer. Thread-safe.
 */
final class Relay implements AutoCloseable {
    /** What happens at a request. */
    interface Action {
        void happen() throws InterruptedException;
    }

    private interface Passage {
        boolean isFree() throws InterruptedException;
    }

    private record Trap(long request, boolean before, Action action) {}

    private final int server;
    private final ServerSocket listener;
    private final AtomicLong requests = new AtomicLong();
    private volatile Trap trap = new Trap(0, true, () -> {});

    Relay(int server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many there were until now, on all connections. */
    long requests() {
        return requests.get();
    }

    /**
     * Something happens at a request, which goes no further then, or whose answer does not.
     *
     * @param request counted from 1, on all connections
     */
    void set(long request, boolean before, Action action) {
        trap = new Trap(request, before, action);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                target.setTcpNoDelay(true);
                new Link(client, target).begin();
            } catch (IOException closed) {
                // Either the listener was closed, and the loop ends, or the client is gone already.
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection of the client and the one to the server that belongs to it. */
    private final class Link {
        private final Socket client;
        private final Socket target;
        private volatile boolean awaited;

        Link(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void begin() {
            start(() -> pump(client, target, this::request));
            start(() -> pump(target, client, this::answer));
        }

        /** @return whether it is passed on */
        private boolean request() throws InterruptedException {
            Trap set = trap;
            if (requests.incrementAndGet() != set.request()) {
                return true;
            }
            awaited = !set.before();
            if (set.before()) {
                set.action().happen();
            }
            return awaited;
        }

        private boolean answer() throws InterruptedException {
            if (awaited) {
                trap.action().happen();
            }
            return !awaited;
        }

        private void pump(Socket from, Socket to, Passage passage) {
            byte[] bytes = new byte[1 << 16];
            try (Closeable one = from;
                    Closeable other = to) {
                InputStream in = from.getInputStream();
                for (int length = in.read(bytes); length > 0 && passage.isFree(); length = in.read(bytes)) {
                    to.getOutputStream().write(bytes, 0, length);
                }
            } catch (IOException gone) {
                // One side has closed: the other one learns it by the end of this block.
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
