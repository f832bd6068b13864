package dev.muster.target;

import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import java.util.Collection;
import java.util.Map;

/**
 * What is in whose mailbox. Changes nothing. Shares the connections of the {@link Target} that it comes from and is closed
 * with it; thread-safe, bound by deadlines and retrying as a target is.
 */
public interface MailboxCounts {
    /**
     * Folders, messages and limit.
     *
     * @param mailboxes users, each once
     * @return an answer for each; without folders where there is no mailbox
     * @throws TargetException if the back-end cannot be used, or does not answer for one of them
     */
    Map<ObjectKey, MailboxStatus> counts(Collection<ObjectKey> mailboxes);
}
