package dev.muster.target.ldap;

/**
 * Where things are in the directory. In patterns, {@code {username}} and every other field's name in braces stand for
 * the person's value.
 *
 * @param baseDn the site's suffix; addresses and key values are searched for in all of it
 * @param userDn the pattern of a new person's DN; values are escaped (RFC 4514)
 * @param searchBase below which people are looked up
 * @param searchScope how deep
 * @param searchFilter the pattern of the filter that finds one person by {@code {username}}; values are escaped (RFC
 *     4515). It must match the user name's attribute, whose value tells who was found
 * @param counterDn the entry whose counter attribute is the next free {@code uidNumber}
 * @param counterAttribute its attribute
 * @param addressAdminsDn the group whose {@code member}s may write the global address book; empty = not kept here
 */
public record LdapTree(
        String baseDn,
        String userDn,
        String searchBase,
        Scope searchScope,
        String searchFilter,
        String counterDn,
        String counterAttribute,
        String addressAdminsDn) {
    /** How deep a search goes below its base (RFC 4511 section 4.5.1.2). */
    public enum Scope {
        ONE,
        SUB
    }

    /** The whitepaper's tree: people below {@code ou=people}, looked up below the suffix. */
    public static LdapTree defaults(String baseDn) {
        return new LdapTree(
                baseDn,
                "uid={username},ou=people," + baseDn,
                baseDn,
                Scope.SUB,
                "(uid={username})",
                "cn=uidNumber,ou=counters," + baseDn,
                "uidNumber",
                "cn=AddressAdmins,o=AddressBook,ou=OxObjects," + baseDn);
    }

    /** New people go below another entry, under their user name. */
    public LdapTree withUserBase(String userBase) {
        return withUserDn("uid={username}," + userBase);
    }

    public LdapTree withUserDn(String other) {
        return new LdapTree(
                baseDn, other, searchBase, searchScope, searchFilter, counterDn, counterAttribute, addressAdminsDn);
    }

    public LdapTree withSearch(String base, Scope scope, String filter) {
        return new LdapTree(baseDn, userDn, base, scope, filter, counterDn, counterAttribute, addressAdminsDn);
    }

    public LdapTree withCounter(String dn, String attribute) {
        return new LdapTree(baseDn, userDn, searchBase, searchScope, searchFilter, dn, attribute, addressAdminsDn);
    }

    public LdapTree withAddressAdmins(String dn) {
        return new LdapTree(baseDn, userDn, searchBase, searchScope, searchFilter, counterDn, counterAttribute, dn);
    }
}
