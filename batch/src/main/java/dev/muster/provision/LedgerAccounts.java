package dev.muster.provision;

import dev.muster.ledger.Ledger;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSettings;
import dev.muster.model.AccountSpec;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Records of shared accounts for real.
 *
 * @param ledger where they are kept
 * @param source whose accounts are planned
 * @param runId which run records
 * @param context the groupware's context, in which the commands for secondary accounts find how an account is wanted
 */
public record LedgerAccounts(Ledger ledger, String source, long runId, int context) implements AccountBook {
    @Override
    public Map<ObjectKey, AccountRecord> find(Collection<ObjectKey> keys) {
        return ledger.accounts().find(keys);
    }

    @Override
    public List<ObjectKey> following() {
        return ledger.accounts().following(source);
    }

    @Override
    public Map<String, ObjectKey> holding(Collection<MailAddress> addresses) {
        return ledger.accounts().holding(addresses);
    }

    @Override
    public void claim(Collection<ObjectKey> keys) {
        ledger.accounts().claim(runId, source, keys);
    }

    @Override
    public void save(Map<ObjectKey, AccountRecord> records) {
        ledger.accounts().save(runId, records);
        records.values().stream()
                .flatMap(record -> record.applied().stream())
                .map(spec -> spec.withPasswords(AccountSettings.NONE))
                .map(AccountSpec::shared)
                .forEach(account -> ledger.sharedAccounts().save(context, account));
    }

    @Override
    public void grant(Map<ObjectKey, Map<ObjectKey, Grant>> granted) {
        ledger.accounts().grant(granted);
    }
}
