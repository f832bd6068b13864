package dev.muster.provision;

import dev.muster.model.AccountRecord;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Records of a dry run: what is recorded is read, and nothing is kept. */
public record PaperAccounts(AccountBook recorded) implements AccountBook {
    @Override
    public String source() {
        return recorded.source();
    }

    @Override
    public Map<ObjectKey, AccountRecord> find(Collection<ObjectKey> keys) {
        return recorded.find(keys);
    }

    @Override
    public List<ObjectKey> following() {
        return recorded.following();
    }

    @Override
    public Map<String, ObjectKey> holding(Collection<MailAddress> addresses) {
        return recorded.holding(addresses);
    }

    @Override
    public void claim(Collection<ObjectKey> keys) {}

    @Override
    public void save(Map<ObjectKey, AccountRecord> records) {}

    @Override
    public void grant(Map<ObjectKey, Map<ObjectKey, Grant>> granted) {}
}
