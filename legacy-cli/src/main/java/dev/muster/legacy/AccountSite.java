package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.OneShotStore;
import dev.muster.ledger.SharedAccountTable;
import dev.muster.model.AccountMembers;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.SharedAccounts;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.groupware.PlainLane;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a command for secondary accounts works with, open: the groupware, and the state store where it is on MariaDB. */
final class AccountSite implements AutoCloseable {
    private final GroupwareTarget groupware;
    private final int context;
    private final Optional<OneShotStore> store;

    private AccountSite(GroupwareTarget groupware, int context, Optional<OneShotStore> store) {
        this.groupware = groupware;
        this.context = context;
        this.store = store;
    }

    /**
     * Opens the site; servers are connected when first needed.
     *
     * @throws AccountRefusal if the site has no such context
     */
    static AccountSite open(Configuration configuration, int context) {
        GroupwareSettings settings = configuration
                .groupware()
                .filter(groupware -> groupware.context() == context)
                .orElseThrow(() -> new AccountRefusal(
                        AccountExit.NO_SUCH_CONTEXT,
                        "No such context " + context + " (groupware.context of " + configuration.file() + ")"));
        return new AccountSite(
                new GroupwareTarget(settings, new PlainLane(settings), configuration.siteKey()),
                context,
                LegacySite.store(configuration.state()));
    }

    SharedAccounts accounts() {
        return groupware.sharedAccounts().orElseThrow();
    }

    /** Where it is kept how accounts were asked for. */
    Optional<SharedAccountTable> intents() {
        return store.map(OneShotStore::sharedAccounts);
    }

    /**
     * The users whom the call means; none where its groups have no members.
     *
     * @throws AccountRefusal if it names nobody, or somebody unknown
     */
    Set<Long> members(AccountCall call) {
        if (call.users().isEmpty() && call.groups().isEmpty()) {
            throw new AccountRefusal(AccountExit.INVALID_DATA, "Missing users/groups in account data");
        }
        AccountMembers members = accounts().members(call.users(), call.groups());
        for (long user : members.unknownUsers()) {
            throw new AccountRefusal(AccountExit.NO_SUCH_USER, "No such user " + user + " in context " + context);
        }
        for (long group : members.unknownGroups()) {
            throw new AccountRefusal(AccountExit.NO_SUCH_USER, "No such group " + group + " in context " + context);
        }
        return members.users();
    }

    /**
     * What imports have promised to somebody nobody else gets, even before it is written.
     *
     * @throws AccountRefusal if somebody is to have the address
     */
    void requireUnclaimed(MailAddress address) {
        store.ifPresent(open -> open.claims().holding(List.of(address)).forEach(claims -> {
            throw new AccountRefusal(
                    AccountExit.STORAGE,
                    "The address " + address + " is claimed for " + claims.userName() + " by the source "
                            + claims.source() + ". Choose another, or delete that person first.");
        }));
    }

    /** Everybody's. */
    List<AttachedAccount> attached(MailAddress address) {
        return accounts().read(Set.of(address), Set.of());
    }

    /** @throws AccountRefusal if it was not done */
    AccountOutcome apply(AccountPlan plan) {
        AccountOutcome outcome = accounts().apply(List.of(plan)).get(0);
        if (!(outcome.outcome() instanceof StepOutcome.Done)) {
            Problem problem = Problems.of(TargetName.GROUPWARE, outcome.outcome());
            throw new AccountRefusal(exit(problem.code()), (problem.reason() + " " + problem.suggestion()).strip());
        }
        return outcome;
    }

    int context() {
        return context;
    }

    @Override
    public void close() {
        groupware.close();
        store.ifPresent(OneShotStore::close);
    }

    private static AccountExit exit(ErrorCode code) {
        return switch (code) {
            case MEMBER_UNKNOWN -> AccountExit.NO_SUCH_USER;
            case VALUE_INVALID -> AccountExit.INVALID_DATA;
            default -> AccountExit.STORAGE;
        };
    }
}
