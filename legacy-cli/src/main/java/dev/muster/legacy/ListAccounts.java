package dev.muster.legacy;

import dev.muster.model.AttachedAccount;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code listsecondaryaccount}: who has which accounts, as a table or as CSV. */
final class ListAccounts implements AccountCommand {
    @Override
    public CommandModel model() {
        return AccountOptions.model(
                "listsecondaryaccount",
                "Shows the secondary mail accounts of users and groups, or all",
                Stream.of(
                        Option.flag(AccountOptions.CSV, "Write CSV, with every setting"),
                        Option.flag(AccountOptions.SHOW_PASSWORDS, "Write passwords instead of ******** into CSV")),
                "listsecondaryaccount -A oxadmin -P secret -c 1",
                "listsecondaryaccount -A oxadmin -P secret -c 1 --users 3,4 --csv");
    }

    @Override
    public String failure() {
        return "accounts%s could not be listed: ";
    }

    @Override
    public String run(AccountCall call, AccountSite site) {
        List<AttachedAccount> accounts = accounts(call, site);
        return call.has(AccountOptions.CSV)
                ? new AccountCsv(site, call.has(AccountOptions.SHOW_PASSWORDS)).of(accounts)
                : AccountTable.of(site.context(), accounts);
    }

    private static List<AttachedAccount> accounts(AccountCall call, AccountSite site) {
        if (call.users().isEmpty() && call.groups().isEmpty()) {
            return site.accounts().read(Set.of(), Set.of());
        }
        Set<Long> members = site.members(call);
        return members.isEmpty() ? List.of() : site.accounts().read(Set.of(), members);
    }
}
