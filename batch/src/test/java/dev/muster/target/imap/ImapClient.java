package dev.muster.target.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Looks at a server as any client does, without the code under test. */
final class ImapClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final String welcome;
    private int tag;

    ImapClient(String host, int port, String person, String login, String password) {
        try {
            socket = new Socket(host, port);
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String credentials = person + "\0" + login + "\0" + password;
        List<String> answer =
                command("AUTHENTICATE PLAIN " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        welcome = answer.get(answer.size() - 1);
    }

    /** The server's answer to the login, without its tag: {@code OK ...} or {@code NO [AUTHENTICATIONFAILED] ...}. */
    String welcome() {
        return welcome.substring(welcome.indexOf(' ') + 1);
    }

    /** All lines of the answer, the tagged one last. */
    List<String> command(String line) {
        String mine = "c" + tag++;
        try {
            socket.getOutputStream().write((mine + " " + line + "\r\n").getBytes(UTF_8));
            List<String> lines = new ArrayList<>();
            for (String read = in.readLine(); read != null; read = in.readLine()) {
                lines.add(read);
                if (read.startsWith(mine + " ")) {
                    return lines;
                }
            }
            throw new IllegalStateException("connection closed after " + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
