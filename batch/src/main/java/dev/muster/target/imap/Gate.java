package dev.muster.target.imap;

import dev.muster.model.Secret;
import dev.muster.model.UserName;
import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.Login;
import dev.muster.target.imap.ImapSettings.Security;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Lets in: opens connections, logs in for a person or as the administrator. Thread-safe. */
final class Gate implements AutoCloseable {
    private final ImapSettings settings;
    private final @Nullable SSLSocketFactory trusting;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Traits traits;
    private volatile @Nullable Traits administratorTraits;
    /** Somebody for whom the administrator was let in: shows later whether it is the password that is refused. */
    private volatile @Nullable UserName witness;

    Gate(ImapSettings settings) {
        this.settings = settings;
        Security security = settings.server().tls().security();
        trusting = security == Security.NONE
                ? null
                : Trust.sockets(settings.server().tls());
    }

    /**
     * Logs in for a person and lists the mailbox.
     *
     * @param own the person's own password, where that is used
     */
    Session enter(UserName person, Optional<Secret> own, Leash leash) throws Fault {
        Connection connection = open(leash);
        try {
            Session session = session(connection, person, own);
            witness = person;
            return session;
        } catch (Fault fault) {
            connection.close();
            throw own.isEmpty() && fault.kind() == Kind.LOGIN_REFUSED ? judged(fault, leash) : fault;
        }
    }

    /** Sees whether the server is there. That it may let the administrator in for others only says nothing against it. */
    void knock(Leash leash) throws Fault {
        Login login = settings.login();
        try (Connection connection = open(leash)) {
            connection.authenticate("", login.administrator(), login.password(), List.of());
        } catch (Fault fault) {
            if (fault.kind() != Kind.LOGIN_REFUSED && fault.kind() != Kind.PERSON_UNKNOWN) {
                throw fault;
            }
        }
    }

    private Session session(Connection connection, UserName person, Optional<Secret> own) throws Fault {
        boolean withLimit = settings.quota().isOurs();
        Traits known = traits;
        if (known != null && Maker.of(known.kind()).readsOn()) {
            Burst listed = login(connection, person, own, Mailbox.questions(known, withLimit));
            return Session.of(connection, known, listed);
        }
        login(connection, person, own, List.of());
        if (known == null) {
            known = Traits.ask(connection, settings.server().kind());
            traits = known;
        }
        if (Maker.of(known.kind()).listsSlowly(known)
                && connection.burst(List.of(Mailbox.IS_THERE)).lines("LIST").isEmpty()) {
            return new Session(connection, known, Mailbox.none());
        }
        return Session.of(connection, known, connection.burst(Mailbox.questions(known, withLimit)));
    }

    private Burst login(Connection connection, UserName person, Optional<Secret> own, List<String> then) throws Fault {
        // Both servers fold login names. Dovecot's sample has the owner's rights by the name as it was sent.
        String name = person.folded();
        if (own.isPresent()) {
            return connection.authenticate("", name, own.get(), then);
        }
        Login login = settings.login();
        return connection.authenticate(name, login.administrator(), login.password(), then);
    }

    /** A refused login is the administrator's when he is refused himself, and nobody is open to him any more. */
    private Fault judged(Fault refused, Leash leash) {
        UserName known = witness;
        if (isLetIn("", leash) || known != null && isLetIn(known.folded(), leash)) {
            return refused;
        }
        return new Fault(Kind.CREDENTIALS, refused.text(), refused);
    }

    private boolean isLetIn(String person, Leash leash) {
        Login login = settings.login();
        try (Connection connection = open(leash)) {
            connection.authenticate(person, login.administrator(), login.password(), List.of());
            return true;
        } catch (Fault fault) {
            // Away for a moment says nothing about the password.
            return fault.kind() != Kind.LOGIN_REFUSED;
        }
    }

    /** Exchanges commands as the administrator himself, on a connection that is kept for the next time. */
    Burst administer(AdministratorCommands commands, Leash leash) throws Fault {
        Connection connection = administrator(leash);
        try {
            Burst burst = connection.burst(commands.in(administratorTraits(connection)));
            idle.add(connection);
            return burst;
        } catch (Fault fault) {
            connection.close();
            close();
            throw fault;
        }
    }

    /** What to write, when the administrator's view of the server is known. */
    interface AdministratorCommands {
        List<String> in(Traits administrator) throws Fault;
    }

    private Connection administrator(Leash leash) throws Fault {
        Connection kept = idle.poll();
        if (kept != null) {
            kept.holdBy(leash);
            return kept;
        }
        Connection connection = open(leash);
        try {
            Login login = settings.login();
            connection.authenticate("", login.administrator(), login.password(), List.of());
            return connection;
        } catch (Fault fault) {
            connection.close();
            throw fault.kind() == Kind.LOGIN_REFUSED ? new Fault(Kind.CREDENTIALS, fault.text(), fault) : fault;
        }
    }

    private Traits administratorTraits(Connection connection) throws Fault {
        Traits known = administratorTraits;
        if (known == null) {
            known = Traits.ask(connection, settings.server().kind());
            administratorTraits = known;
        }
        return known;
    }

    private Connection open(Leash leash) throws Fault {
        Sockets sockets = new Sockets(trusting, leash);
        Properties properties = new Properties();
        sockets.putInto(properties);
        properties.put(
                "mail.imap.ssl.checkserveridentity",
                Boolean.toString(settings.server().tls().checkHost()));
        properties.put(
                "mail.imap.connectiontimeout",
                Long.toString(settings.limits().connect().toMillis()));
        return Connection.open(settings.server(), properties, sockets);
    }

    /** Ends the administrator's idle connections. */
    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
