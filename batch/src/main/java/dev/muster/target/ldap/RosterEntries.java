package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the entries of groups and resources, many with one search. A base that is not there has none. Thread-safe. */
final class RosterEntries {
    private static final String ALL_USER_ATTRIBUTES = "*";

    private final ManySearch searches;
    private final Map<ObjectKey.Kind, RosterForm> forms = new EnumMap<>(ObjectKey.Kind.class);
    private final Optional<String> primaryGid;

    RosterEntries(LdapSettings settings, Exchange exchange) {
        this.searches = new ManySearch(exchange);
        this.primaryGid = Optional.ofNullable(settings.person().patterns().get("gidNumber"));
        Stream.of(ObjectKey.Kind.values())
                .filter(ObjectKey.Kind::isRoster)
                .forEach(kind -> forms.put(kind, RosterForm.of(kind, settings.roster())));
    }

    RosterForm form(ObjectKey.Kind kind) {
        return Optional.ofNullable(forms.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("LDAP keeps no roster of kind " + kind + "."));
    }

    /** Whether it is the group that people are in by their own {@code gidNumber}. */
    boolean isPrimary(SearchResultEntry entry) {
        return entry.hasAttributeValue("objectClass", RosterTree.GROUP)
                && primaryGid
                        .filter(gid -> entry.hasAttributeValue("gidNumber", gid))
                        .isPresent();
    }

    /** The entries of each of these; nothing found = not in the map. */
    Map<ObjectKey, List<SearchResultEntry>> find(Collection<ObjectKey> keys) {
        Map<ObjectKey, List<SearchResultEntry>> found = new LinkedHashMap<>();
        forms.forEach((kind, form) -> {
            List<Filter> filters = keys.stream()
                    .filter(key -> key.kind() == kind)
                    .map(form::filter)
                    .toList();
            for (SearchResultEntry entry : search(form, filters, ALL_USER_ATTRIBUTES)) {
                form.keys(entry)
                        .forEach(key -> found.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(entry));
            }
        });
        found.keySet().retainAll(Set.copyOf(keys));
        return found;
    }

    /** For each of these, in what it is listed as a member; the primary group left out. */
    Map<ObjectKey, Set<ObjectKey>> memberships(Collection<ObjectKey> members) {
        Map<ObjectKey, Set<ObjectKey>> memberships = new LinkedHashMap<>();
        members.forEach(member -> memberships.put(member, new LinkedHashSet<>()));
        for (RosterForm form : forms.values()) {
            List<ObjectKey> fitting = members.stream()
                    .filter(member -> form.kind().hasMembers()
                            && member.kind() == form.kind().ofMembers())
                    .toList();
            for (SearchResultEntry entry : holders(form, fitting)) {
                form.members(entry).stream()
                        .filter(memberships::containsKey)
                        .forEach(member -> memberships
                                .getOrDefault(member, Set.of())
                                .addAll(form.keys(entry).subList(0, 1)));
            }
        }
        return memberships;
    }

    private List<SearchResultEntry> holders(RosterForm form, List<ObjectKey> members) {
        List<Filter> filters = ManySearch.batches(members, form::memberFilter);
        return search(form, filters, "objectClass", "gidNumber", form.nameAttribute(), form.memberAttribute()).stream()
                .filter(entry -> !isPrimary(entry))
                .toList();
    }

    private List<SearchResultEntry> search(RosterForm form, List<Filter> filters, String... attributes) {
        return searches.below(form.base(), SearchScope.SUB, filters, attributes);
    }
}
