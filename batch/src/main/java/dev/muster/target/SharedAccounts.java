package dev.muster.target;

import dev.muster.model.AccountMembers;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountPlan;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which shared mail accounts are attached to whom in the groupware. An account is known by its address; each member has
 * a copy of its settings under a number of her own. Shares the connections of the {@link Target} that it comes from and
 * is closed with it; thread-safe, bound by deadlines and retrying as a target is. Members are numbers of users, as
 * {@link #ids} and {@link #members} answer them. Ordinary accounts are never touched, whatever address they have.
 */
public interface SharedAccounts {
    /** In {@link #members}: everybody but guests. */
    long EVERYBODY = 0;

    /**
     * The numbers of users and groups.
     *
     * @param keys users and groups, any number
     * @return who is unknown is missing
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, Long> ids(Collection<ObjectKey> keys);

    /**
     * The users of these numbers, as they log in.
     *
     * @return who has no login is missing
     * @throws TargetException if the back-end cannot be used
     */
    Map<Long, ObjectKey> names(Collection<Long> users);

    /**
     * Whom these users and groups mean at this moment; a group without members means nobody.
     *
     * @param groups {@link #EVERYBODY} among them is always known
     * @throws TargetException if the back-end cannot be used
     */
    AccountMembers members(Collection<Long> users, Collection<Long> groups);

    /**
     * Who has which account, by address and member.
     *
     * @param addresses empty = all
     * @param users empty = everybody
     * @throws TargetException if the back-end cannot be used, or its release knows no shared accounts
     */
    List<AttachedAccount> read(Collection<MailAddress> addresses, Collection<Long> users);

    /**
     * Does what is planned, each plan for all of its members or for none. Repeating is safe: who has the account keeps it
     * under its number, what is as planned is not written. A plan fails as a whole: {@code MEMBER_UNKNOWN} where somebody
     * is no user; {@code ADDRESS_HELD} where a member has an ordinary account of that address or the same login on the
     * same server, or where an account that nobody has yet would take somebody's address; {@code VALUE_INVALID} where the
     * settings cannot be; {@code NOT_THERE} where a member has no account whose server could be taken.
     *
     * @param plans in their order, of any number of accounts; thousands of members at once
     * @return an outcome for every plan, in the plans' order
     * @throws TargetException if the back-end cannot be used, or a password cannot be encrypted ({@code
     *     CONFIGURATION_INVALID}); some of the plans may have been applied
     */
    List<AccountOutcome> apply(List<? extends AccountPlan> plans);

    /**
     * What {@link #apply} would come to now. Nothing is written.
     *
     * @return as of {@link #apply}
     * @throws TargetException as of {@link #apply}
     */
    List<AccountOutcome> examine(List<? extends AccountPlan> plans);

    /**
     * What a stored password means. Costs up to 50 ms.
     *
     * @throws TargetException if the site's key is not configured, or does not fit
     */
    Secret reveal(AccountPassword.Stored password);
}
