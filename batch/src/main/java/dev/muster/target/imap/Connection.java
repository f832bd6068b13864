package dev.muster.target.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Secret;
import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.Security;
import dev.muster.target.imap.ImapSettings.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One connection, straight on Angus's protocol layer: its store and folder classes would ask for capabilities, namespace
 * and listings once more for every person. For one thread at a time; {@link Leash#cut} may come from another.
 */
final class Connection extends IMAPProtocol implements AutoCloseable {
    /** Angus wants one; it is switched off. */
    private static final MailLogger LOGGER = new MailLogger(Connection.class, "IMAP", false, System.err);

    private final Sockets sockets;
    private int commands;

    private Connection(Server server, Properties properties, Sockets sockets) throws IOException, ProtocolException {
        super("imap", server.host(), server.port(), properties, server.tls().security() == Security.IMAPS, LOGGER);
        this.sockets = sockets;
    }

    /** Connects, with TLS where the settings want it, and reads the greeting. */
    static Connection open(Server server, Properties properties, Sockets sockets) throws Fault {
        try {
            Connection connection = new Connection(server, properties, sockets);
            if (server.tls().security() == Security.STARTTLS) {
                connection.secure();
            }
            return connection;
        } catch (IOException | ProtocolException e) {
            throw Faults.connecting(server, e);
        }
    }

    /** From now on this person's deadline ends the connection. */
    void holdBy(Leash leash) {
        sockets.holdBy(leash);
    }

    private void secure() throws ProtocolException {
        try {
            startTLS();
            // What was said before TLS may have been said by anybody (RFC 3501, 6.2.1).
            capability();
        } catch (ProtocolException e) {
            disconnect();
            throw e;
        }
    }

    /**
     * Logs in by SASL PLAIN, then exchanges the commands that follow.
     *
     * @param person whose mailbox; empty = the login's own
     * @param login whose password
     * @param then written together with the login where the server takes it in one message; may be empty
     */
    Burst authenticate(String person, String login, Secret password, List<String> then) throws Fault {
        if (!hasCapability("AUTH=PLAIN")) {
            // Anything else would quietly log in as the administrator himself.
            throw new Fault(
                    Kind.UNUSABLE,
                    "the server does not offer AUTH=PLAIN on this connection, so nobody can act for others");
        }
        if (!hasCapability("SASL-IR")) {
            authenticateInSteps(person, login, password);
            return burst(then);
        }
        String credentials = person + "\0" + login + "\0" + password.reveal();
        String line = "AUTHENTICATE PLAIN " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        suspendTracing();
        try {
            return authenticateAtOnce(line, then);
        } finally {
            resumeTracing();
        }
    }

    private Burst authenticateAtOnce(String line, List<String> then) throws Fault {
        int first = commands;
        List<String> lines = Stream.concat(Stream.of(line), then.stream()).toList();
        try {
            write(lines);
            // A refused login is the last answer that is sure to come: some servers hang up then.
            Burst burst = read(first, lines.size(), login -> !login.ok());
            if (!burst.answer(0).ok()) {
                throw ResponseCode.login(burst.answer(0));
            }
            return burst.withoutFirst();
        } catch (IOException e) {
            throw new Fault(Kind.DROPPED, "the connection ended during the login", e);
        }
    }

    private void authenticateInSteps(String person, String login, Secret password) throws Fault {
        try {
            authplain(person, login, password.reveal());
        } catch (ProtocolException e) {
            Response response = e.getResponse();
            if (response == null || response.isBYE()) {
                throw new Fault(Kind.DROPPED, "the connection ended during the login", e);
            }
            throw ResponseCode.login(Faults.answer(response));
        }
    }

    /** Writes all commands at once and reads until each has its answer. */
    Burst burst(List<String> lines) throws Fault {
        return exchange(lines, lines);
    }

    /** The same as the last thing on this connection: the answer to LOGOUT is not waited for. */
    Burst lastBurst(List<String> lines) throws Fault {
        return exchange(Stream.concat(lines.stream(), Stream.of("LOGOUT")).toList(), lines);
    }

    private Burst exchange(List<String> written, List<String> awaited) throws Fault {
        int first = commands;
        try {
            write(written);
            return read(first, awaited.size(), answer -> false);
        } catch (IOException e) {
            throw new Fault(Kind.DROPPED, "the connection ended after " + words(written), e);
        }
    }

    private void write(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                line -> text.append(tag(commands++)).append(' ').append(line).append("\r\n"));
        OutputStream out = getOutputStream();
        out.write(text.toString().getBytes(ISO_8859_1));
        out.flush();
    }

    /**
     * Reads until these commands have their answers, which may come in any order (RFC 3501, 5.5).
     *
     * @param enough whether nothing more is to be waited for after this answer to the first of them
     */
    private Burst read(int first, int count, Predicate<Answer> enough) throws IOException, Fault {
        Map<String, Answer> answers = new HashMap<>();
        List<IMAPResponse> data = new ArrayList<>();
        List<String> tags =
                IntStream.range(first, first + count).mapToObj(Connection::tag).toList();
        while (!answers.keySet().containsAll(tags)) {
            Response response = response();
            if (response.isBYE()) {
                throw Faults.bye(response);
            }
            if (response.isTagged()) {
                Answer answer = Faults.answer(response);
                answers.put(response.getTag(), answer);
                if (response.getTag().equals(tags.get(0)) && enough.test(answer)) {
                    break;
                }
            } else if (response.isUnTagged() && response instanceof IMAPResponse untagged) {
                data.add(untagged);
            }
        }
        return new Burst(inOrder(tags, answers), data);
    }

    private Response response() throws IOException {
        try {
            return readResponse();
        } catch (ProtocolException e) {
            throw new IOException("The answer is not IMAP: " + e.getMessage(), e);
        }
    }

    private static List<Answer> inOrder(List<String> tags, Map<String, Answer> answers) {
        Answer none = new Answer(false, "", "no answer to this command");
        return tags.stream().map(tag -> answers.getOrDefault(tag, none)).toList();
    }

    private static String tag(int number) {
        return "m" + number;
    }

    /** Which commands, without their arguments: those may be secret. */
    private static String words(List<String> lines) {
        return String.join(
                ", ",
                lines.stream().map(line -> line.split(" ", 2)[0]).distinct().toList());
    }

    @Override
    public void close() {
        disconnect();
    }
}
