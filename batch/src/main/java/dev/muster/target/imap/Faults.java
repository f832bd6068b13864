package dev.muster.target.imap;

import dev.muster.target.imap.Fault.Kind;
import dev.muster.target.imap.ImapSettings.Server;
import java.security.cert.CertificateException;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;

/** Translates what Angus throws and answers into our own terms. */
final class Faults {
    private Faults() {}

    static Answer answer(Response response) {
        return Answer.of(response.isOK(), response.getRest());
    }

    static Fault bye(Response response) {
        return new Fault(Kind.DROPPED, "the server ended the connection: " + response.getRest());
    }

    /** A connection that did not come about. */
    static Fault connecting(Server server, Exception exception) {
        if (has(exception, CertificateException.class)) {
            return new Fault(
                    Kind.UNUSABLE,
                    "the certificate of " + server + " is not trusted: " + deepest(exception),
                    exception);
        }
        if (exception instanceof CommandFailedException || exception instanceof BadCommandException) {
            return new Fault(Kind.UNUSABLE, server + " refuses STARTTLS: " + exception.getMessage(), exception);
        }
        return new Fault(Kind.UNREACHABLE, "no connection to " + server + ": " + deepest(exception), exception);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}
