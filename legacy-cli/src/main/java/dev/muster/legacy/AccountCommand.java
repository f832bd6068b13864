package dev.muster.legacy;

import dev.muster.model.Secret;
import java.util.List;

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
    default boolean asksForHelp(List<String> arguments) {
        return AccountReading.asksForHelp(arguments);
    }

    @Override
    default Call parsed(List<String> arguments) {
        return AccountReading.checked(new AccountCallParser(model(), arguments).parse());
    }

    @Override
    default Call whole(Call call, Surroundings surroundings) {
        return AccountReading.whole(call, surroundings);
    }

    @Override
    default Secret password(Call call) {
        return AccountReading.password(call);
    }

    @Override
    default String run(Call call, Sites sites) {
        AccountCall understood = AccountCall.of(call);
        try (AccountSite site = AccountSite.open(sites.configuration(), understood.context())) {
            return run(understood, site);
        }
    }
}
