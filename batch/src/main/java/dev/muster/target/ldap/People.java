package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.target.TargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds people's entries, many with one search. Thread-safe. */
final class People {
    /** Few enough for every server's limit on filters, many enough to make the round trip cheap. */
    private static final int PER_SEARCH = 100;

    private static final String[] ALL_USER_ATTRIBUTES = {"*"};

    private final LdapTree tree;
    private final Exchange exchange;
    private final AttributeNames names;

    People(LdapTree tree, Exchange exchange, AttributeNames names) {
        this.tree = tree;
        this.exchange = exchange;
        this.names = names;
    }

    /** The entries of each of these people, with all that users may see; nobody found = not in the map. */
    Map<ObjectKey, List<SearchResultEntry>> find(Collection<ObjectKey> keys) {
        return find(keys, ALL_USER_ATTRIBUTES);
    }

    /** The same with these attributes, of which the user name has to be one. */
    Map<ObjectKey, List<SearchResultEntry>> find(Collection<ObjectKey> keys, String... attributes) {
        SearchScope scope = tree.searchScope() == LdapTree.Scope.ONE ? SearchScope.ONE : SearchScope.SUB;
        Map<ObjectKey, List<SearchResultEntry>> found = new LinkedHashMap<>();
        for (SearchResultEntry entry : search(tree.searchBase(), scope, List.copyOf(keys), this::filter, attributes)) {
            owners(entry)
                    .forEach(key ->
                            found.computeIfAbsent(key, any -> new ArrayList<>()).add(entry));
        }
        found.keySet().retainAll(Set.copyOf(keys));
        return found;
    }

    /** Every entry that matches the filter of any of the sought, in as few searches as possible. */
    <T> List<SearchResultEntry> search(
            String base, SearchScope scope, List<T> sought, Function<T, Filter> filter, String... attributes) {
        List<LdapCall.Search> searches = new ArrayList<>();
        for (int from = 0; from < sought.size(); from += PER_SEARCH) {
            List<T> part = sought.subList(from, Math.min(from + PER_SEARCH, sought.size()));
            Filter any = Filter.createORFilter(part.stream().map(filter).toList());
            searches.add(new LdapCall.Search(base, scope, any, attributes));
        }
        return entries(searches);
    }

    /** One entry by its DN; empty when it is not there. */
    Optional<SearchResultEntry> entry(String dn, String... attributes) {
        LdapCall.Search search =
                new LdapCall.Search(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attributes);
        LDAPResult result = exchange.send(List.of(search)).get(0);
        if (result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
            return Optional.empty();
        }
        requireSuccess(search, result);
        return search.found().stream().findFirst();
    }

    private List<SearchResultEntry> entries(List<LdapCall.Search> searches) {
        List<LDAPResult> results = exchange.send(searches);
        List<SearchResultEntry> entries = new ArrayList<>();
        for (int i = 0; i < searches.size(); i++) {
            requireSuccess(searches.get(i), results.get(i));
            entries.addAll(searches.get(i).found());
        }
        return entries;
    }

    private static void requireSuccess(LdapCall call, LDAPResult result) {
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw LdapErrors.searchRefused(call, result);
        }
    }

    private List<ObjectKey> owners(SearchResultEntry entry) {
        String[] userNames = entry.getAttributeValues(names.required(Field.USERNAME));
        return userNames == null
                ? List.of()
                : Arrays.stream(userNames)
                        .map(name -> new ObjectKey(ObjectKey.Kind.USER, name))
                        .toList();
    }

    private Filter filter(ObjectKey key) {
        String text = new FieldPattern(tree.searchFilter())
                .fill(
                        name -> Field.of(name).equals(Field.USERNAME) ? Optional.of(key.name()) : Optional.empty(),
                        value -> Filter.encodeValue(value))
                .orElseThrow(() -> invalid("may only use {username}"));
        try {
            return Filter.create(text);
        } catch (LDAPException wrong) {
            throw invalid("is no filter: " + wrong.getMessage());
        }
    }

    private TargetException invalid(String why) {
        return LdapErrors.exception(
                ErrorCode.CONFIGURATION_INVALID,
                "ldap.searchFilter '" + tree.searchFilter() + "' " + why + " Correct it, such as (uid={username}).");
    }
}
