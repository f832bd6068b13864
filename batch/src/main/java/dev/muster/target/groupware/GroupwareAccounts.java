package dev.muster.target.groupware;

import dev.muster.model.AccountMembers;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Secret;
import dev.muster.model.TargetName;
import dev.muster.target.SharedAccounts;
import dev.muster.target.TargetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Shared accounts in {@code user_mail_account} and {@code user_transport_account}: rows with {@code secondary = 1}, and no
 * others. Writes go through the same lane as people do, one transaction per call. Thread-safe.
 */
final class GroupwareAccounts implements SharedAccounts {
    private final GroupwareSettings settings;
    private final Retries retries;
    private final Supplier<Site> site;
    private final Lock writing;

    /**
     * @param site what the tables and the context look like; asks the database when first needed
     * @param writing held by whoever writes
     */
    GroupwareAccounts(GroupwareSettings settings, Retries retries, Supplier<Site> site, Lock writing) {
        this.settings = settings;
        this.retries = retries;
        this.site = site;
        this.writing = writing;
    }

    @Override
    public Map<ObjectKey, Long> ids(Collection<ObjectKey> keys) {
        return transaction(
                "Looking for " + keys.size() + " users and groups",
                (session, place) -> new MemberSearch(session, place).ids(keys));
    }

    @Override
    public Map<Long, ObjectKey> names(Collection<Long> users) {
        return transaction(
                "Looking for the logins of " + users.size() + " users",
                (session, place) -> new MemberSearch(session, place).names(users));
    }

    @Override
    public List<AccountOutcome> examine(List<? extends AccountPlan> plans) {
        return plans.isEmpty()
                ? List.of()
                : transaction(
                        "Looking at " + plans.size() + " shared mail accounts",
                        (session, place) -> AccountWriter.examine(
                                session, place, new PasswordForms(settings, place.schema()), plans));
    }

    @Override
    public AccountMembers members(Collection<Long> users, Collection<Long> groups) {
        return transaction(
                "Looking for the members of " + groups.size() + " groups",
                (session, place) -> new MemberSearch(session, place).find(users, groups));
    }

    @Override
    public List<AttachedAccount> read(Collection<MailAddress> addresses, Collection<Long> users) {
        return transaction(
                "Reading shared mail accounts",
                (session, place) -> new AccountReader(session, place.context()).read(addresses, users));
    }

    @Override
    public List<AccountOutcome> apply(List<? extends AccountPlan> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        Site place = place();
        writing.lock();
        try {
            return write(place, new PasswordForms(settings, place.schema()), plans);
        } catch (SQLException failure) {
            throw SqlErrors.exception(failure, "Writing " + plans.size() + " shared mail accounts", settings.place());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Secret reveal(AccountPassword.Stored password) {
        return new PasswordForms(settings, place().schema()).reveal(password);
    }

    /** All in one transaction; when the database refuses that for one's sake, each in one of its own. */
    private List<AccountOutcome> write(Site place, PasswordForms passwords, List<? extends AccountPlan> plans)
            throws SQLException {
        try {
            return retries.inTransaction(session -> AccountWriter.write(session, place, passwords, plans));
        } catch (SQLException failure) {
            if (!SqlErrors.concernsRow(failure)) {
                throw failure;
            }
            return plans.size() == 1 ? List.of(refused(plans.get(0), failure)) : writeOneByOne(place, passwords, plans);
        }
    }

    private List<AccountOutcome> writeOneByOne(Site place, PasswordForms passwords, List<? extends AccountPlan> plans)
            throws SQLException {
        List<AccountOutcome> outcomes = new ArrayList<>();
        for (AccountPlan plan : plans) {
            outcomes.addAll(write(place, passwords, List.of(plan)));
        }
        return outcomes;
    }

    private static AccountOutcome refused(AccountPlan plan, SQLException failure) {
        return AccountOutcome.failed(
                SqlErrors.problem(failure, plan.origin(), "the shared mail account " + plan.address()));
    }

    private interface PlaceWork<T> {
        T in(SqlSession session, Site place) throws SQLException;
    }

    private <T> T transaction(String attempted, PlaceWork<T> work) {
        Site place = place();
        try {
            return retries.inTransaction(session -> work.in(session, place));
        } catch (SQLException failure) {
            throw SqlErrors.exception(failure, attempted, settings.place());
        }
    }

    private Site place() {
        Site place = site.get();
        if (!place.schema().has(AccountColumns.MAIL, "secondary")) {
            throw new TargetException(
                    TargetName.GROUPWARE,
                    ErrorCode.CONFIGURATION_INVALID,
                    "The groupware at " + settings.place() + " knows no shared mail accounts: user_mail_account has no"
                            + " column 'secondary', which comes with release 7.10.6. Update the groupware first.");
        }
        return place;
    }
}
