package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same on the slapd of samples/servers, and what its overlay makes of it. */
class LdapAccountsIT implements LdapAccountsContract {
    private static final String MARK = "accountsit" + ProcessHandle.current().pid() + "-";
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
        String filter = "(|(cn=" + MARK + "*)(uid=" + MARK + "*))";
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

    @Test
    void aMembersOwnEntryShowsTheAccountUntilSheLeaves() throws LDAPException {
        AccountEntry account = account();
        String dn = "cn=" + account.account().name() + "," + settings.account().base();
        assertThat(memberOf(account)).isEqualTo(dn);
        entries().apply(List.of(new AccountEntryPlan.Change(ORIGIN, account, account.withMembers(Set.of()))));
        assertThat(memberOf(account)).isNull();
    }

    @Test
    void whatIsThereAsPlannedIsNotWritten() throws LDAPException {
        AccountEntry account = account();
        String before = sequence(account);
        entries().apply(List.of(new AccountEntryPlan.Create(ORIGIN, account)));
        entries().apply(List.of(new AccountEntryPlan.Change(ORIGIN, account.withMembers(Set.of()), account)));
        assertThat(sequence(account)).isEqualTo(before);
    }

    private AccountEntry account() {
        ObjectKey person = new ObjectKey(ObjectKey.Kind.USER, freshName());
        prepare(List.of(person));
        AccountEntry account = new AccountEntry(
                ObjectKey.account(freshName()),
                MailAddress.of(person.name() + "@test.tux"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(person));
        entries().apply(List.of(new AccountEntryPlan.Create(ORIGIN, account)));
        return account;
    }

    private String memberOf(AccountEntry account) throws LDAPException {
        String uid = account.members().iterator().next().name();
        return connection
                .getEntry("uid=" + uid + ",ou=people," + environment("LDAP_BASE_DN"), "memberOf")
                .getAttributeValue("memberOf");
    }

    /** Changes with every write (RFC 4533's state of an entry). */
    private String sequence(AccountEntry account) throws LDAPException {
        return connection
                .getEntry(
                        "cn=" + account.account().name() + ","
                                + settings.account().base(),
                        "entryCSN")
                .getAttributeValue("entryCSN");
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> name + " is not set: run samples/servers/run");
    }
}
