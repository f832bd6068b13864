package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ObjectKey;
import dev.muster.target.AccountEntries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LdapAccountsTest implements LdapAccountsContract {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final LdapTarget target = new LdapTarget(directory.settings(), MemoryDirectory.SITE_KEY);
    private final AtomicInteger number = new AtomicInteger();
    private LDAPConnection connection;

    @BeforeEach
    void connect() throws LDAPException {
        connection = directory.server().getConnection();
    }

    @AfterEach
    void close() {
        connection.close();
        target.close();
        directory.close();
    }

    @Override
    public LdapTarget target() {
        return target;
    }

    @Override
    public LdapSettings settings() {
        return directory.settings();
    }

    @Override
    public LDAPConnection connection() {
        return connection;
    }

    @Override
    public String freshName() {
        return "name" + number.incrementAndGet();
    }

    @Test
    void aForeignObjectWithoutAnAddressIsNoneOfOurs() {
        directory.add(
                "dn: cn=foreign,cn=functional_accounts,cn=open-xchange,dc=test,dc=tux",
                "objectClass: oxFunctionalAccount",
                "cn: foreign",
                "mailPrimaryAddress: nothing");
        ObjectKey foreign = ObjectKey.account("foreign");
        assertThat(entries().read(List.of(foreign))).containsEntry(foreign, Optional.empty());
    }

    @Test
    void nothingIsWrittenWhereTheDirectoryLeads() {
        LdapSettings reading = directory.settings().withMode(LdapSettings.Mode.READ);
        try (LdapTarget reader = new LdapTarget(reading, MemoryDirectory.SITE_KEY)) {
            AccountEntries entries = reader.accountEntries().orElseThrow();
            List<AccountEntryPlan> plans = List.of(new AccountEntryPlan.Delete(ORIGIN, ObjectKey.account("any")));
            assertThatThrownBy(() -> entries.apply(plans)).isInstanceOf(IllegalStateException.class);
        }
    }
}
