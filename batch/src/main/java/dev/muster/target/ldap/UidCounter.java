package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadResponseControl;
import dev.muster.model.ErrorCode;
import dev.muster.target.TargetException;
import org.jspecify.annotations.Nullable;

/**
 * The entry that holds the next free number. Servers that can add to a value and show the result in one modify (RFC
 * 4525, RFC 4527) do so; on others the value that was read is exchanged for the next one, again and again until nobody
 * came in between. Thread-safe.
 */
final class UidCounter {
    private static final String MODIFY_INCREMENT = "1.3.6.1.1.14";
    private static final int EXCHANGES = 100;

    private final LdapTree tree;
    private final Exchange exchange;

    UidCounter(LdapTree tree, Exchange exchange) {
        this.tree = tree;
        this.exchange = exchange;
    }

    /** @return the first of {@code count} numbers */
    long reserve(int count) {
        try {
            return exchange.ask(
                    connection -> canIncrement(connection) ? increment(connection, count) : next(connection, count));
        } catch (LDAPException refused) {
            throw refused(LdapErrors.answer(refused.toLDAPResult()));
        }
    }

    private static boolean canIncrement(LDAPConnection connection) throws LDAPException {
        RootDSE root = connection.getRootDSE();
        return root != null
                && root.supportsFeature(MODIFY_INCREMENT)
                && root.supportsControl(PostReadRequestControl.POST_READ_REQUEST_OID);
    }

    private long increment(LDAPConnection connection, int count) throws LDAPException {
        ModifyRequest request = new ModifyRequest(
                tree.counterDn(),
                new Modification(ModificationType.INCREMENT, tree.counterAttribute(), Integer.toString(count)));
        request.addControl(new PostReadRequestControl(tree.counterAttribute()));
        PostReadResponseControl after = PostReadResponseControl.get(connection.modify(request));
        if (after == null) {
            throw refused("the answer lacks the value");
        }
        return number(after.getEntry()) - count;
    }

    private long next(LDAPConnection connection, int count) throws LDAPException {
        for (int attempt = 0; attempt < EXCHANGES; attempt++) {
            long first = number(connection.getEntry(tree.counterDn(), tree.counterAttribute()));
            if (exchangeValue(connection, first, first + count)) {
                return first;
            }
        }
        throw refused("somebody else was faster " + EXCHANGES + " times");
    }

    private boolean exchangeValue(LDAPConnection connection, long before, long after) throws LDAPException {
        try {
            connection.modify(
                    tree.counterDn(),
                    new Modification(ModificationType.DELETE, tree.counterAttribute(), Long.toString(before)),
                    new Modification(ModificationType.ADD, tree.counterAttribute(), Long.toString(after)));
            return true;
        } catch (LDAPException refused) {
            if (refused.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)) {
                return false;
            }
            throw refused;
        }
    }

    private long number(@Nullable Entry entry) {
        Long value = entry == null ? null : entry.getAttributeValueAsLong(tree.counterAttribute());
        if (value == null) {
            throw refused("it holds no number");
        }
        return value;
    }

    private TargetException refused(String why) {
        return LdapErrors.exception(
                ErrorCode.CONFIGURATION_INVALID,
                "LDAP counter " + tree.counterDn() + " gave no number: " + why + ". Make an entry there whose "
                        + tree.counterAttribute() + " is the next free number, or name another one in ldap.counterDn.");
    }
}
