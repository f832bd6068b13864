package dev.muster.plan;

import dev.muster.model.AccountEntry;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailboxRights;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the back-ends hold of one shared account.
 *
 * @param entry the directory's object
 * @param mailbox what the mail server says; empty where the site has none
 * @param rights who may do what in the mailbox
 * @param rows who has it in the groupware, under its default address or a former one
 * @param numbers the groupware's numbers of everybody in question, as far as they have one
 */
public record AccountView(
        Optional<AccountEntry> entry,
        Optional<TargetState> mailbox,
        MailboxRights rights,
        List<AttachedAccount> rows,
        Map<ObjectKey, Long> numbers) {
    /** Whether directory and groupware have nothing of it. */
    public boolean isNowhere() {
        return entry.isEmpty() && rows.isEmpty();
    }
}
