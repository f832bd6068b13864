package dev.muster.target.imap;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the sockets that one person's work uses, so that another thread can end the work at its deadline: whatever it
 * waits for then (an answer, a TLS handshake, room to write), it gets an exception. Thread-safe.
 */
final class Leash {
    private final long deadline;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean cut;

    /** @param deadline in terms of {@link System#nanoTime} */
    Leash(long deadline) {
        this.deadline = deadline;
    }

    synchronized void hold(Socket socket) {
        if (cut) {
            close(socket);
        }
        sockets.add(socket);
    }

    synchronized void cut() {
        cut = true;
        sockets.forEach(Leash::close);
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** Nanoseconds to the deadline, negative when it has passed. */
    long remaining() {
        return deadline - System.nanoTime();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
