package dev.muster.input;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import java.util.List;
import java.util.Optional;

/**
 * The members of a shared account in LDIF, who are DNs. People are known by their {@code uid}, groups by their {@code cn}: a
 * DN that begins otherwise does not say who is meant.
 */
final class LdifMembers {
    private LdifMembers() {}

    /** Adds a member to the row's users or groups; a DN of neither is a problem. */
    static void add(Row row, String dn) {
        Optional<RDN> name = first(dn);
        if (name.filter(found -> found.hasAttribute("uid")).isPresent()) {
            add(row, AccountColumns.USERS, name.get());
        } else if (name.filter(found -> found.hasAttribute("cn")).isPresent()) {
            add(row, AccountColumns.GROUPS, name.get());
        } else {
            row.problem(
                    ErrorCode.VALUE_INVALID,
                    AccountColumns.MEMBER_ATTRIBUTE,
                    Text.quoted(dn) + " names neither a user (uid=...) nor a group (cn=...).",
                    "Write the DN of a user or a group.");
        }
    }

    private static void add(Row row, Field field, RDN name) {
        row.add(AccountColumns.column(field), List.of(name.getAttributeValues()[0]));
    }

    private static Optional<RDN> first(String dn) {
        try {
            return Optional.ofNullable(new DN(dn).getRDN());
        } catch (LDAPException unparsable) {
            return Optional.empty();
        }
    }
}
