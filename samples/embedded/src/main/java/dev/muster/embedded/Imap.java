package dev.muster.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mail client's door to the embedded mailbox store. */
final class Imap {
    private Imap() {}

    /**
     * A connection of one person; the caller closes it.
     *
     * @param actingFor whose mailbox it is: the user's own, or for the administrator anybody's
     */
    static IMAPStore login(int port, String user, String password, String actingFor) throws MessagingException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "mail.imap.auth.mechanisms", "PLAIN",
                "mail.imap.sasl.authorizationid", actingFor,
                "mail.imap.connectiontimeout", "10000",
                "mail.imap.timeout", "10000",
                "mail.imap.writetimeout", "10000"));
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", port, user, password);
        return store;
    }
}
