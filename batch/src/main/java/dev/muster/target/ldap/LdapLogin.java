package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.model.Secret;
import java.util.Optional;

/** Asks the directory whether a password is somebody's, by a bind on a connection of its own. Thread-safe. */
public final class LdapLogin {
    private final LdapServer server;

    public LdapLogin(LdapServer server) {
        this.server = server;
    }

    /**
     * The DN that a pattern gives for a short name, escaped (RFC 4514).
     *
     * @throws dev.muster.target.TargetException if the pattern is no DN
     */
    public static String dn(String pattern, String userName) {
        return new DnPattern(pattern)
                .fill(field -> field.equals("username") ? Optional.of(userName) : Optional.empty())
                .orElse("");
    }

    /** Whether both are DNs of the same entry. */
    public boolean sameDn(String one, String other) {
        try {
            return DN.equals(one, other);
        } catch (LDAPException none) {
            return false;
        }
    }

    /**
     * Whether the directory accepts the password. An empty one is never accepted: a server would take it for anonymous
     * (RFC 4513 section 5.1.2).
     *
     * @throws dev.muster.target.TargetException if the directory cannot be asked
     */
    public boolean accepts(String dn, Secret password) {
        if (dn.isEmpty() || password.reveal().isEmpty()) {
            return false;
        }
        try (LdapConnections connections = new LdapConnections(server.as(dn, password))) {
            connections.take();
            return true;
        } catch (LDAPException failure) {
            if (LdapErrors.isRefusedBind(failure)) {
                return false;
            }
            LdapErrors.throwIfHopeless(server, failure);
            throw LdapErrors.away(server, failure.toLDAPResult());
        }
    }
}
