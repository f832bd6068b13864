package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Looks for many things with few searches. A base that is not there has none of them. Thread-safe. */
final class ManySearch {
    private static final int PER_SEARCH = 100;

    private static final Set<ResultCode> ANSWERS = Set.of(ResultCode.SUCCESS, ResultCode.NO_SUCH_OBJECT);

    private final Exchange exchange;

    ManySearch(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Every entry that matches any of the filters, once. */
    List<SearchResultEntry> below(String base, SearchScope scope, List<Filter> filters, String... attributes) {
        return entries(
                batches(filters, some -> new LdapCall.Search(base, scope, Filter.createORFilter(some), attributes)));
    }

    /** The entries of these DNs that are there. */
    List<SearchResultEntry> at(List<String> dns, String... attributes) {
        Filter any = Filter.createPresenceFilter("objectClass");
        return entries(dns.stream()
                .map(dn -> new LdapCall.Search(dn, SearchScope.BASE, any, attributes))
                .toList());
    }

    static <T, R> List<R> batches(List<T> all, Function<List<T>, R> use) {
        List<R> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PER_SEARCH) {
            batches.add(use.apply(all.subList(from, Math.min(from + PER_SEARCH, all.size()))));
        }
        return batches;
    }

    private List<SearchResultEntry> entries(List<LdapCall.Search> searches) {
        List<LDAPResult> results = exchange.send(searches);
        Set<SearchResultEntry> entries = new LinkedHashSet<>();
        for (int i = 0; i < searches.size(); i++) {
            if (!ANSWERS.contains(results.get(i).getResultCode())) {
                throw LdapErrors.searchRefused(searches.get(i), results.get(i));
            }
            entries.addAll(searches.get(i).found());
        }
        return List.copyOf(entries);
    }
}
