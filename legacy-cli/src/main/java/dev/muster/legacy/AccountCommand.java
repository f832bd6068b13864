package dev.muster.legacy;

/**
 * One of the four commands for secondary accounts (App Suite 7.10.6), whose syntax, answers and exit statuses are those of
 * the reference: run by {@link AccountFrame}.
 */
interface AccountCommand extends LegacyCommand {
    /** Such as {@code account%s could not be created: }, with {@code %s} for the context; empty: no such line is written. */
    String failure();

    /**
     * Does it. The administrator has been checked.
     *
     * @return what is written to standard output
     * @throws AccountRefusal if it was not done; nothing is left behind then
     * @throws dev.muster.target.TargetException if the groupware cannot be used
     */
    String run(AccountCall call, AccountSite site);

    @Override
    default String run(Call call, Sites sites) {
        AccountCall understood = AccountCall.of(call);
        try (AccountSite site = AccountSite.open(sites.configuration(), understood.context())) {
            return run(understood, site);
        }
    }
}
