package dev.muster.provision;

import dev.muster.model.AccountRecord;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where it is recorded what sources gave of shared accounts: for real, or on paper for a dry run. */
public interface AccountBook {
    /** Whose accounts are planned here. */
    String source();

    /** What is recorded of these accounts, whichever source gave them; who is not recorded is missing. */
    Map<ObjectKey, AccountRecord> find(Collection<ObjectKey> keys);

    /** The accounts of this source whose groups are looked at again in each of its imports, by name. */
    List<ObjectKey> following();

    /** Which accounts have these addresses, by folded address. */
    Map<String, ObjectKey> holding(Collection<MailAddress> addresses);

    /** Records that this source gives these accounts. */
    void claim(Collection<ObjectKey> keys);

    /** Records how accounts are wanted now. */
    void save(Map<ObjectKey, AccountRecord> records);

    /** Records who is let in now, by account: these and nobody else. */
    void grant(Map<ObjectKey, Map<ObjectKey, Grant>> granted);
}
