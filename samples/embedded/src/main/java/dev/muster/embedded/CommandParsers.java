package dev.muster.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapCommandParser;
import org.apache.james.imap.decode.ImapCommandParserFactory;
import org.apache.james.imap.decode.parser.ImapParserFactory;
import org.jspecify.annotations.Nullable;

/**
 * James' parsers for clients that write commands without waiting for the answers before (RFC 3501 5.5). They refuse a
 * command when it arrives before its state, say together with the login; here only its turn counts, when James checks
 * the state once more.
 */
final class CommandParsers implements ImapCommandParserFactory {
    private static final Set<String> BEFORE_LOGIN = Set.of("LOGIN", "AUTHENTICATE", "STARTTLS");

    private final ImapCommandParserFactory standard;
    private final ImapCommandParser setQuota;

    CommandParsers(StatusResponseFactory responses) {
        standard = new ImapParserFactory(responses);
        setQuota = new SetQuotaParser(responses);
    }

    /** Null for an unknown command, as James wants it. */
    @Override
    public @Nullable ImapCommandParser getParser(String name) {
        String command = name.toUpperCase(Locale.ROOT);
        ImapCommandParser parser = command.equals("SETQUOTA") ? setQuota : standard.getParser(name);
        if (parser == null || BEFORE_LOGIN.contains(command)) {
            return parser;
        }
        return (line, tag, session) -> parser.parse(line, tag, asIfSelected(session));
    }

    private static ImapSession asIfSelected(ImapSession session) {
        return (ImapSession) Proxy.newProxyInstance(
                CommandParsers.class.getClassLoader(),
                new Class<?>[] {ImapSession.class},
                (proxy, method, arguments) -> method.getName().equals("getState")
                        ? ImapSessionState.SELECTED
                        : call(session, method, arguments));
    }

    private static @Nullable Object call(ImapSession session, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
