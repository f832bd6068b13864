package dev.muster.plan;

import dev.muster.model.AccessPlan;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.AccountPlan;
import dev.muster.model.TargetPlan;
import java.util.List;
import java.util.Optional;

/**
 * What the targets are to do for one shared account.
 *
 * @param entry with the directory's object
 * @param mailbox with the mailbox
 * @param access with the rights on its folders
 * @param rows with its members' rows, in this order; some may come to nothing
 */
public record AccountSteps(
        Optional<AccountEntryPlan> entry,
        Optional<TargetPlan> mailbox,
        Optional<AccessPlan> access,
        List<AccountPlan> rows) {
    public AccountSteps {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return entry.isEmpty() && mailbox.isEmpty() && access.isEmpty() && rows.isEmpty();
    }

    public AccountSteps withRows(List<AccountPlan> others) {
        return new AccountSteps(entry, mailbox, access, others);
    }
}
