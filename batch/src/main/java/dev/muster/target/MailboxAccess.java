package dev.muster.target;

import dev.muster.model.AccessPlan;
import dev.muster.model.MailboxRights;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who is let into whose mailbox, on every folder of it. Shares the connections of the {@link Target} that it comes from and
 * is closed with it; thread-safe, bound by deadlines and retrying as a target is.
 */
public interface MailboxAccess {
    /**
     * Who may do what there now.
     *
     * @param mailboxes users, each once
     * @return an answer for each; without folders where there is no mailbox
     * @throws TargetException if the back-end cannot be used, or does not answer for one of them
     */
    Map<ObjectKey, MailboxRights> rights(Collection<ObjectKey> mailboxes);

    /**
     * Does what is planned, and reads it back. Repeating is safe: nothing is written where it is so already. A mailbox that
     * is not there, and a server without rights for others, are {@code IMAP_REFUSED}.
     *
     * @param plans at most one for every mailbox
     * @return an outcome for every plan's mailbox
     * @throws TargetException if the back-end cannot be used; some of the plans may have been applied
     */
    Map<ObjectKey, StepOutcome> grant(List<AccessPlan> plans);
}
