package dev.muster.legacy;

import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailAddress;
import dev.muster.model.SharedAccount;
import java.util.Set;
import java.util.stream.Stream;

/** {@code updatesecondaryaccount}: changes settings of an account for those of the users who have it. */
final class UpdateAccount implements AccountCommand {
    @Override
    public CommandModel model() {
        return AccountOptions.model(
                "updatesecondaryaccount",
                "Changes settings of a secondary mail account",
                Stream.concat(Stream.of(AccountOptions.address()), AccountOptions.fields()),
                "updatesecondaryaccount -A oxadmin -P secret -c 1 --groups 0 -e support@test.tux --name Help");
    }

    /** The reference writes no such line here. */
    @Override
    public String failure() {
        return "";
    }

    @Override
    public String run(AccountCall call, AccountSite site) {
        MailAddress address = call.address();
        if (call.settings().isEmpty()) {
            throw new AccountRefusal(AccountExit.INVALID_DATA, "Account data is missing.");
        }
        AccountOutcome outcome =
                site.apply(new AccountPlan.Change(call.origin(), address, call.settings(), site.members(call)));
        if (concernsEverybody(outcome, address, site)) {
            site.intents()
                    .ifPresent(intents -> intents.find(site.context(), address)
                            .ifPresent(intent -> intents.save(
                                    site.context(),
                                    new SharedAccount(
                                            address,
                                            intent.settings().with(call.settings()),
                                            intent.mail(),
                                            intent.transport()))));
        }
        return answer("updated", address, outcome.concerned(), site);
    }

    /** What only some have otherwise is not how others are to get it. */
    private static boolean concernsEverybody(AccountOutcome outcome, MailAddress address, AccountSite site) {
        return site.attached(address).stream().map(AttachedAccount::user).allMatch(outcome.concerned()::contains);
    }

    static String answer(String done, MailAddress address, Set<Long> concerned, AccountSite site) {
        return concerned.isEmpty()
                ? "No such secondary account with primary address " + address
                        + " for specified users/groups in context " + site.context()
                : "Secondary account with primary address " + address + " successfully " + done
                        + " from specified users/groups in context " + site.context();
    }
}
