package dev.muster.target.imap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import dev.muster.model.Secret;
import dev.muster.target.imap.ImapSettings.Kind;
import dev.muster.target.imap.ImapSettings.Limits;
import dev.muster.target.imap.ImapSettings.Login;
import dev.muster.target.imap.ImapSettings.OnDelete;
import dev.muster.target.imap.ImapSettings.Quota;
import dev.muster.target.imap.ImapSettings.Server;
import dev.muster.target.imap.ImapSettings.Style;
import dev.muster.target.imap.ImapSettings.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mail server that {@code samples/servers/run} started, and the directory from which it knows people. */
final class RealServer implements AutoCloseable {
    private final String prefix;
    private final LDAPConnection directory;
    private final List<String> people = new ArrayList<>();

    private RealServer(String prefix) {
        this.prefix = prefix;
        try {
            LDAPURL url = new LDAPURL(environment("LDAP_URL"));
            directory = new LDAPConnection(
                    url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    static RealServer dovecot() {
        return new RealServer("IMAP");
    }

    static RealServer cyrus() {
        return new RealServer("CYRUS");
    }

    ImapSettings settings(Quota quota) {
        return settings(quota, environment(prefix + "_ADMIN_PASSWORD"));
    }

    ImapSettings settings(Quota quota, String password) {
        return settings(quota, new Login(environment(prefix + "_ADMIN"), Secret.of(password), Style.ADMINISTRATOR));
    }

    /** Without an administrator: everybody by her own password. */
    ImapSettings settingsOfPeople() {
        return settings(new Quota.LdapAttribute(), new Login("", Secret.of(""), Style.PERSON));
    }

    private ImapSettings settings(Quota quota, Login login) {
        return new ImapSettings(
                        new Server(Kind.AUTO, host(), port(), Tls.none()), login, quota, Known.NAMES, Limits.usual(4))
                .withOnDelete(new OnDelete.Purge(Optional.empty()));
    }

    /** A person who may log in. */
    void add(String name) {
        add(name, "OK");
    }

    void add(String name, String mailEnabled) {
        try {
            directory.add(
                    dn(name),
                    new Attribute("objectClass", "inetOrgPerson", "OXUserObject"),
                    new Attribute("uid", name),
                    new Attribute("cn", name),
                    new Attribute("sn", name),
                    new Attribute("userPassword", passwordOf(name)),
                    new Attribute("mailEnabled", mailEnabled),
                    new Attribute("mailQuota", "50M"));
            people.add(name);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The person's session, by the administrator's login. */
    ImapClient as(String person) {
        return new ImapClient(
                host(), port(), person, environment(prefix + "_ADMIN"), environment(prefix + "_ADMIN_PASSWORD"));
    }

    /** A session with a login of one's own choice; {@link ImapClient#welcome} tells whether the server let her in. */
    ImapClient login(String login, String password) {
        return new ImapClient(host(), port(), "", login, password);
    }

    /** The password of everybody who was added. */
    static String passwordOf(String name) {
        return "geheim-" + name;
    }

    private String host() {
        return environment(prefix + "_HOST");
    }

    private int port() {
        return Integer.parseInt(environment(prefix + "_PORT"));
    }

    private static String dn(String name) {
        return "uid=" + name + ",ou=people," + environment("LDAP_BASE_DN");
    }

    static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set. Start the tests by samples/servers/run --imap=both mvn verify.");
        }
        return value;
    }

    @Override
    public void close() {
        try {
            for (String name : people) {
                directory.delete(dn(name));
            }
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        } finally {
            directory.close();
        }
    }
}
