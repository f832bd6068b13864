package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deletes entries with everything below them: an address list of a person's own lies there. In one request where the
 * server can do that (draft-armijo-ldap-treedelete), else from the bottom up.
 */
final class Subtrees {
    private final Directory directory;

    Subtrees(Directory directory) {
        this.directory = directory;
    }

    /** Requests that go out together, and those that have to wait for the answers to them. */
    List<List<Errand>> rounds(List<Leaver> leavers) {
        if (leavers.isEmpty()) {
            return List.of();
        }
        return takesTrees()
                ? List.of(leavers.stream()
                        .map(leaver -> new Errand(leaver, new LdapCall.Delete(wholeTree(dn(leaver)))))
                        .toList())
                : List.copyOf(levels(leavers).values());
    }

    private static DeleteRequest wholeTree(String dn) {
        DeleteRequest request = new DeleteRequest(dn);
        request.addControl(new SubtreeDeleteRequestControl());
        return request;
    }

    /** A request for every entry, the deepest level first: a server may work on requests of one connection side by side. */
    private Map<Integer, List<Errand>> levels(List<Leaver> leavers) {
        Map<Integer, List<Errand>> levels = new TreeMap<>(Comparator.reverseOrder());
        for (Leaver leaver : leavers) {
            for (SearchResultEntry entry : directory
                    .people()
                    .search(dn(leaver), SearchScope.SUB, List.of(leaver), any -> everything(), "1.1")) {
                int depth = DnPattern.parse(entry.getDN()).getRDNs().length;
                levels.computeIfAbsent(depth, any -> new ArrayList<>())
                        .add(new Errand(leaver, new LdapCall.Delete(new DeleteRequest(entry.getDN()))));
            }
        }
        return levels;
    }

    private boolean takesTrees() {
        try {
            return directory.exchange().ask(Subtrees::takesTrees);
        } catch (LDAPException hidden) {
            return false;
        }
    }

    private static boolean takesTrees(LDAPConnection connection) throws LDAPException {
        RootDSE root = connection.getRootDSE();
        return root != null && root.supportsControl(SubtreeDeleteRequestControl.SUBTREE_DELETE_REQUEST_OID);
    }

    private static Filter everything() {
        return Filter.createPresenceFilter("objectClass");
    }

    private static String dn(Leaver leaver) {
        return leaver.dn().orElseThrow();
    }
}
