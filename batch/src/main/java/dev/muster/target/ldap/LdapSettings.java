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
 */
public record LdapSettings(Mode mode, LdapServer server, LdapTree tree, LdapPerson person, RosterTree roster) {
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
                RosterTree.defaults(baseDn));
    }

    public LdapSettings withMode(Mode other) {
        return new LdapSettings(other, server, tree, person, roster);
    }

    public LdapSettings withServer(LdapServer other) {
        return new LdapSettings(mode, other, tree, person, roster);
    }

    public LdapSettings withTree(LdapTree other) {
        return new LdapSettings(mode, server, other, person, roster);
    }

    public LdapSettings withPerson(LdapPerson other) {
        return new LdapSettings(mode, server, tree, other, roster);
    }

    public LdapSettings withRoster(RosterTree other) {
        return new LdapSettings(mode, server, tree, person, other);
    }
}
