package dev.muster.legacy;

import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/** How much mail somebody may keep, as her own client sees it (RFC 9208). */
final class MailLimits {
    private MailLimits() {}

    /** @return -1 where there is no limit */
    static long kibibytes(String server, String user, String password) throws MessagingException {
        try (IMAPStore store = (IMAPStore) Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(
                    Servers.environment(server + "_HOST"),
                    Integer.parseInt(Servers.environment(server + "_PORT")),
                    user,
                    password);
            for (Quota quota : store.getQuota("INBOX")) {
                for (Quota.Resource resource : quota.resources) {
                    if (resource.name.equals("STORAGE")) {
                        return resource.limit;
                    }
                }
            }
            return -1;
        }
    }
}
