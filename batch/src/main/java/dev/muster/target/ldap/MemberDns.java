package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People by the DNs of their entries, and the other way round. Thread-safe. */
final class MemberDns {
    private final People people;
    private final ManySearch searches;
    private final AttributeNames names;

    MemberDns(People people, ManySearch searches, AttributeNames names) {
        this.people = people;
        this.searches = searches;
        this.names = names;
    }

    /** The DNs of these people; who has no entry, or more than one, is missing. */
    Map<ObjectKey, String> of(Collection<ObjectKey> users) {
        Map<ObjectKey, String> dns = new HashMap<>();
        entries(users, names.required(Field.USERNAME)).forEach((user, entry) -> dns.put(user, entry.getDN()));
        return dns;
    }

    /** The entries of these people; who has none, or more than one, is missing. */
    Map<ObjectKey, SearchResultEntry> entries(Collection<ObjectKey> users, String... attributes) {
        Map<ObjectKey, SearchResultEntry> found = new HashMap<>();
        if (!users.isEmpty()) {
            people.find(users, attributes).forEach((user, entries) -> {
                if (entries.size() == 1) {
                    found.put(user, entries.get(0));
                }
            });
        }
        return found;
    }

    /** Who these DNs are. Looked up where the DN does not name the user; what is no person is missing. */
    Map<String, ObjectKey> named(Collection<String> dns) {
        String userName = names.required(Field.USERNAME);
        Map<String, ObjectKey> users = new HashMap<>();
        List<String> unnamed = new ArrayList<>();
        for (String dn : dns) {
            named(dn, userName).ifPresentOrElse(name -> users.put(dn, user(name)), () -> unnamed.add(dn));
        }
        Map<String, String> found = new HashMap<>();
        for (SearchResultEntry entry : searches.at(unnamed, userName)) {
            String name = entry.getAttributeValue(userName);
            if (name != null) {
                found.put(AddressAdmins.normalized(entry.getDN()), name);
            }
        }
        unnamed.forEach(dn -> Optional.ofNullable(found.get(AddressAdmins.normalized(dn)))
                .ifPresent(name -> users.put(dn, user(name))));
        return users;
    }

    private static Optional<String> named(String dn, String attribute) {
        try {
            return Optional.ofNullable(new DN(dn).getRDN())
                    .filter(rdn -> rdn.hasAttribute(attribute) && !rdn.isMultiValued())
                    .map(rdn -> rdn.getAttributeValues()[0]);
        } catch (LDAPException foreign) {
            return Optional.empty();
        }
    }

    private static ObjectKey user(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }
}
