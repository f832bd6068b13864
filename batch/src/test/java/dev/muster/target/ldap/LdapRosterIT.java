package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.Secret;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same on the slapd of samples/servers. */
class LdapRosterIT implements LdapRosterContract {
    private static final String MARK = "rosterit" + ProcessHandle.current().pid() + "-";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final LdapSettings settings = LdapSettings.defaults(
            environment("LDAP_URL"),
            environment("LDAP_BIND_DN"),
            Secret.of(environment("LDAP_BIND_PASSWORD")),
            environment("LDAP_BASE_DN"));
    private final LdapTarget target = new LdapTarget(settings, MemoryDirectory.SITE_KEY);
    private LDAPConnection connection;

    @BeforeEach
    void connect() throws LDAPException {
        LDAPURL url = new LDAPURL(environment("LDAP_URL"));
        connection = new LDAPConnection(
                url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
    }

    @AfterEach
    void removeWhatWasMade() throws LDAPException {
        String filter = "(|(cn=" + MARK + "*)(resourceName=" + MARK + "*)(resourceGroupName=" + MARK + "*))";
        for (SearchResultEntry made : connection
                .search(environment("LDAP_BASE_DN"), SearchScope.SUB, filter, "1.1")
                .getSearchEntries()) {
            connection.delete(made.getDN());
        }
        connection.close();
        target.close();
    }

    @Override
    public LdapTarget target() {
        return target;
    }

    @Override
    public LdapSettings settings() {
        return settings;
    }

    @Override
    public LDAPConnection connection() {
        return connection;
    }

    @Override
    public String freshName() {
        return MARK + NUMBER.incrementAndGet();
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> name + " is not set: run samples/servers/run");
    }
}
