package dev.muster.target.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** An IMAP server that answers each command as a test says. Every connection has a thread of its own. */
final class ScriptedPeer implements AutoCloseable {
    /** Answered instead of a line: the connection is closed. */
    static final String HANG_UP = "hang up";
    /** Answered instead of a line: nothing is said any more. */
    static final String STALL = "stall";

    /** Before an answer: it is given after that to the next command (RFC 3501, 5.5). */
    static final String AFTER_NEXT = "after next: ";

    static final String GREETING = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready";

    private final ServerSocket listener;
    private final String greeting;
    private final Function<String, String> script;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

    /** @param script from a command without its tag to the answer, lines separated by newlines; T is the tag */
    ScriptedPeer(String greeting, Function<String, String> script) {
        this.greeting = greeting;
        this.script = script;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** All commands so far, without their tags. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            send(socket, greeting);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            boolean stalled = false;
            String late = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 2);
                heard.add(words[1]);
                String answer = stalled ? STALL : script.apply(words[1]);
                stalled = answer.equals(STALL);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                String tagged = answer.replaceFirst("(?m)^(" + AFTER_NEXT + ")?T ", words[0] + " ");
                if (answer.startsWith(AFTER_NEXT)) {
                    late = "\n" + tagged;
                } else if (!stalled) {
                    send(socket, tagged + late);
                    late = "";
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void send(Socket socket, String lines) throws IOException {
        socket.getOutputStream().write((lines.replace("\n", "\r\n") + "\r\n").getBytes(US_ASCII));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : List.copyOf(sockets)) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
