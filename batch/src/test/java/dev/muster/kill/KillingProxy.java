package dev.muster.kill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server on loopback, passes everything on message by message, counts the requests, and springs a trap
 * at one of them. Can be away: then it cuts its connections, and new ones as soon as they are made.
 */
final class KillingProxy implements AutoCloseable {
    private final Wire wire;
    private final String host;
    private final int port;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private volatile Trap trap = Trap.none();
    private volatile boolean away;

    KillingProxy(Wire wire, String host, int port) {
        this.wire = wire;
        this.host = host;
        this.port = port;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many requests there were until now. */
    long requests() {
        return requests.get();
    }

    void set(Trap next) {
        trap = next;
    }

    void goAway() {
        away = true;
        links.forEach(Link::close);
    }

    void comeBack() {
        away = false;
    }

    @Override
    public void close() {
        quietly(listener);
        links.forEach(Link::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (away) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // Either the listener was closed, and the loop ends, or the client is gone already.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Link link = new Link(client, server);
        links.add(link);
        start(link::forth);
        start(link::back);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException closed) {
            // Nobody is interested any more.
        }
    }

    /** What is done with one message. */
    private interface Handler {
        /** @return whether it is passed on */
        boolean handle(byte[] message) throws InterruptedException;
    }

    /** One connection of the client and the one to the server that belongs to it. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile byte[] awaited = {};

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void forth() {
            pump(client, server, this::request);
        }

        void back() {
            pump(server, client, this::reply);
        }

        private boolean request(byte[] message) throws InterruptedException {
            if (!wire.isRequest(message)) {
                return true;
            }
            requests.incrementAndGet();
            Trap set = trap;
            if (!set.catches(message)) {
                return true;
            }
            if (set.moment() == Trap.Moment.AFTER) {
                awaited = message;
                return true;
            }
            return set.spring();
        }

        private boolean reply(byte[] message) throws InterruptedException {
            if (awaited.length == 0 || !wire.answers(awaited, message)) {
                return true;
            }
            awaited = new byte[0];
            return trap.spring();
        }

        private void pump(Socket from, Socket to, Handler handler) {
            try {
                InputStream in = new BufferedInputStream(from.getInputStream());
                OutputStream out = new BufferedOutputStream(to.getOutputStream());
                for (byte[] message = wire.read(in); handler.handle(message); message = wire.read(in)) {
                    out.write(message);
                    if (in.available() == 0) {
                        out.flush();
                    }
                }
                // What came before the trap in the same burst has been sent.
                out.flush();
            } catch (IOException gone) {
                // One side has closed: the other one learns it below.
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        void close() {
            links.remove(this);
            quietly(client);
            quietly(server);
        }
    }
}
