package dev.muster.provision;

import dev.muster.ledger.PlanRow;
import dev.muster.model.AccountDraft;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.Grant;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.plan.AccountSituation;
import dev.muster.plan.AccountSteps;
import dev.muster.plan.AccountView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be done for one shared account.
 *
 * @param draft what its row says
 * @param situation what was looked at
 * @param unknown members whom nobody knows
 * @param steps what the targets are to do
 * @param losses who is to lose which of the account's addresses
 */
record AccountWork(
        AccountDraft draft,
        AccountSituation situation,
        Set<ObjectKey> unknown,
        AccountSteps steps,
        List<AddressLoss> losses) {
    AccountWork {
        unknown = Set.copyOf(unknown);
        losses = List.copyOf(losses);
    }

    ObjectKey key() {
        return draft.key();
    }

    AccountSpec spec() {
        return situation.spec();
    }

    AccountRecord record() {
        return situation.record();
    }

    AccountView view() {
        return situation.view();
    }

    AccountWork with(List<AddressLoss> others) {
        return new AccountWork(draft, situation, unknown, steps, others);
    }

    /** New where nothing of it was carried out yet, and neither directory nor groupware have it. */
    PlanKind kind() {
        boolean asItIs = steps.isEmpty()
                && losses.isEmpty()
                && record().applied().isPresent()
                && situation.wanted().equals(record().granted());
        if (asItIs) {
            return PlanKind.UNCHANGED;
        }
        return record().applied().isEmpty() && view().isNowhere() ? PlanKind.CREATE : PlanKind.CHANGE;
    }

    /** Who is to be let in and is not recorded yet. */
    Map<ObjectKey, Grant> coming() {
        Map<ObjectKey, Grant> coming = new LinkedHashMap<>(situation.wanted());
        coming.keySet().removeAll(record().granted().keySet());
        return coming;
    }

    /** The plan as it is kept. */
    PlanRow toRecord() {
        return new PlanRow(
                draft.origin().ordinal(),
                draft.origin().line(),
                ObjectKey.Kind.ACCOUNT,
                draft.identity(),
                key().name(),
                kind(),
                AccountDigests.of(this));
    }
}
