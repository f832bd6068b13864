package dev.muster.target;

import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directory's objects of shared accounts ({@code oxFunctionalAccount}). They have no password: a mail server lets
 * their members in with their own. Shares the connections of the {@link Target} that it comes from and is closed with
 * it; thread-safe, bound by deadlines and retrying as a target is.
 */
public interface AccountEntries {
    /**
     * What is there, in as few rounds as the protocol allows.
     *
     * @param accounts any number, each once; empty gives an empty answer without a round
     * @return an answer for every key, empty where there is no such object
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, Optional<AccountEntry>> read(Collection<ObjectKey> accounts);

    /**
     * Does what is planned, one write per object. Repeating is safe: what is there as planned is not written. An object
     * fails as a whole: {@code MEMBER_UNKNOWN} where a coming member has no entry; {@code LDAP_ENTRY_EXISTS} where one of
     * that name and another primary address is to be created; {@code NOT_THERE} where one that is to be changed is gone.
     *
     * @param plans at most one per object; empty gives an empty answer without a round
     * @return an outcome for every plan's key
     * @throws TargetException if the back-end cannot be used; some of the plans may have been applied
     */
    Map<ObjectKey, StepOutcome> apply(List<? extends AccountEntryPlan> plans);

    /**
     * What the placeholders of a {@link dev.muster.model.LoginTemplate} stand for: {@code dn}; {@code entry_uuid} and
     * {@code fa_entry_uuid}, the entry's UUID (RFC 4530); any other name is an attribute, of which the first value counts.
     *
     * @param keys people and shared accounts, each once
     * @param placeholders their names; empty gives an empty answer without a round
     * @return values by placeholder; who has no entry, and what an entry does not have, is missing
     * @throws TargetException if the back-end cannot be used
     */
    Map<ObjectKey, Map<String, String>> properties(Collection<ObjectKey> keys, Set<String> placeholders);
}
