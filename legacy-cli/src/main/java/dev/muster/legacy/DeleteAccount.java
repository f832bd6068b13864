package dev.muster.legacy;

import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.MailAddress;
import java.util.stream.Stream;

/** {@code deletesecondaryaccount}: takes an account from users and groups; the mailbox stays. */
final class DeleteAccount implements AccountCommand {
    @Override
    public CommandModel model() {
        return AccountOptions.model(
                "deletesecondaryaccount",
                "Takes a secondary mail account from users and groups",
                Stream.of(AccountOptions.address()),
                "deletesecondaryaccount -A oxadmin -P secret -c 1 --users 4 -e support@test.tux");
    }

    @Override
    public String failure() {
        return "account%s could not be deleted: ";
    }

    @Override
    public String run(AccountCall call, AccountSite site) {
        MailAddress address = call.address();
        AccountOutcome outcome = site.apply(new AccountPlan.Detach(call.origin(), address, site.members(call)));
        if (!outcome.concerned().isEmpty() && site.attached(address).isEmpty()) {
            site.intents().ifPresent(intents -> intents.delete(site.context(), address));
        }
        return UpdateAccount.answer("deleted", address, outcome.concerned(), site);
    }
}
