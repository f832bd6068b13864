package dev.muster.target.ldap;

import dev.muster.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the directory.
 *
 * @param url {@code ldap://host:389} or {@code ldaps://host:636}; nothing but scheme, host and port counts
 * @param security how the connection is protected; an {@code ldaps} URL means TLS whatever stands here
 * @param caFile the authorities that may have signed the server's certificate, in PEM; empty = those of the Java
 *     runtime. The certificate and the host name in it are always checked
 * @param bindDn the account that Muster acts as; empty = anonymous
 * @param password its password
 * @param connections how many connections are kept, at least 1; one writer is all slapd has, so that 2 are plenty
 * @param timeout the longest that connecting or a single answer may take
 * @param retries how often a call is repeated that the server could not answer, busy or away
 * @param pause before the first repetition, doubled before each further one, with up to a quarter at random on top
 */
public record LdapServer(
        String url,
        Security security,
        Optional<Path> caFile,
        String bindDn,
        Secret password,
        int connections,
        Duration timeout,
        int retries,
        Duration pause) {
    /** How a connection is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        LDAPS
    }

    public LdapServer {
        if (connections < 1 || retries < 0) {
            throw new IllegalArgumentException("LDAP needs at least 1 connection and 0 retries.");
        }
    }

    /** Two connections without protection, half a minute for an answer, three retries within seven seconds. */
    public static LdapServer defaults(String url, String bindDn, Secret password) {
        return new LdapServer(
                url,
                Security.NONE,
                Optional.empty(),
                bindDn,
                password,
                2,
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(1));
    }

    /** The same server for one connection of somebody else. */
    LdapServer as(String dn, Secret secret) {
        return new LdapServer(url, security, caFile, dn, secret, 1, timeout, retries, pause);
    }

    public LdapServer withSecurity(Security other, Optional<Path> authorities) {
        return new LdapServer(url, other, authorities, bindDn, password, connections, timeout, retries, pause);
    }

    public LdapServer withConnections(int other) {
        return new LdapServer(url, security, caFile, bindDn, password, other, timeout, retries, pause);
    }

    public LdapServer withTimeout(Duration other) {
        return new LdapServer(url, security, caFile, bindDn, password, connections, other, retries, pause);
    }

    public LdapServer withRetries(int other, Duration firstPause) {
        return new LdapServer(url, security, caFile, bindDn, password, connections, timeout, other, firstPause);
    }
}
