package dev.muster.target.ldap;

import dev.muster.model.Secret;

/**
 * All that an administrator may set about the directory. Immutable; every {@code with...} gives a changed copy.
 *
 * @param mode whether people are written or only read
 * @param server how to reach it
 * @param tree where things are
 * @param person what a person's entry looks like
 * @param roster where groups and resources are
 * @param account where the objects of shared accounts are
 */
public record LdapSettings(
        Mode mode, LdapServer server, LdapTree tree, LdapPerson person, RosterTree roster, AccountTree account) {
    /** What Muster does with the directory; switched off there is no LDAP target at all. */
    public enum Mode {
        /** Muster makes and changes people's entries. */
        WRITE,
        /** The directory is the source of the person; nothing is ever written (whitepaper chapter 5). */
        READ
    }

    /** Writing to this server with the whitepaper's tree and entries below {@code baseDn}. */
    public static LdapSettings defaults(String url, String bindDn, Secret password, String baseDn) {
        return new LdapSettings(
                Mode.WRITE,
                LdapServer.defaults(url, bindDn, password),
                LdapTree.defaults(baseDn),
                LdapPerson.defaults(),
                RosterTree.defaults(baseDn),
                AccountTree.defaults(baseDn));
    }

    public LdapSettings withMode(Mode other) {
        return new LdapSettings(other, server, tree, person, roster, account);
    }

    public LdapSettings withServer(LdapServer other) {
        return new LdapSettings(mode, other, tree, person, roster, account);
    }

    public LdapSettings withTree(LdapTree other) {
        return new LdapSettings(mode, server, other, person, roster, account);
    }

    public LdapSettings withPerson(LdapPerson other) {
        return new LdapSettings(mode, server, tree, other, roster, account);
    }

    public LdapSettings withRoster(RosterTree other) {
        return new LdapSettings(mode, server, tree, person, other, account);
    }

    public LdapSettings withAccount(AccountTree other) {
        return new LdapSettings(mode, server, tree, person, roster, other);
    }
}
