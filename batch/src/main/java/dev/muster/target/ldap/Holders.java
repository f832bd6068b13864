package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.Field;
import dev.muster.model.TargetName;
import dev.muster.target.HolderSearch.Holder;
import dev.muster.target.ldap.AccountTree.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who holds an address or a key today, anywhere below the suffix: people, groups, resources, functional accounts. */
final class Holders {
    private static final String OBJECT_CLASS = "objectClass";

    /** What an entry that is no person is called, by its object class. */
    private static final Map<String, String> KINDS = Map.of(
            "posixGroup",
            "group",
            "groupOfNames",
            "group",
            "OXResourceObject",
            "resource",
            "OXResourceGroupObject",
            "resource group");

    private final LdapTree tree;
    private final AccountTree account;
    private final AttributeNames names;
    private final People people;

    Holders(LdapSettings settings, AttributeNames names, People people) {
        this.tree = settings.tree();
        this.account = settings.account();
        this.names = names;
        this.people = people;
    }

    List<Holder> ofAddresses(Set<String> addresses) {
        List<String> attributes =
                Stream.of(Field.MAIL, Field.ALIAS).map(names::required).toList();
        List<Holder> holders = new ArrayList<>(search(attributes, addresses));
        if (names.isKnown(account.attribute(Part.PRIMARY))) {
            holders.addAll(functionalAccounts(addresses));
        }
        return holders.stream().distinct().toList();
    }

    /** Key values compare as written: two keys that differ in case are two people. */
    List<Holder> ofKeys(Set<String> keys) {
        return search(List.of(names.required(Field.KEY)), keys);
    }

    private List<Holder> search(List<String> attributes, Set<String> values) {
        return found(
                values,
                attributes,
                value -> Filter.createORFilter(attributes.stream()
                        .map(attribute -> Filter.createEqualityFilter(attribute, value))
                        .toList()));
    }

    /** A search of its own, because servers rarely index the attributes: the class keeps it small. */
    private List<Holder> functionalAccounts(Set<String> addresses) {
        List<String> attributes = Stream.of(Part.PRIMARY, Part.OTHERS)
                .filter(account::keeps)
                .map(account::attribute)
                .toList();
        return found(
                addresses,
                attributes,
                address -> Filter.createANDFilter(
                        Filter.createEqualityFilter(OBJECT_CLASS, account.objectClass()),
                        Filter.createORFilter(attributes.stream()
                                .map(attribute -> Filter.createEqualityFilter(attribute, address))
                                .toList())));
    }

    private List<Holder> found(Set<String> values, List<String> attributes, Function<String, Filter> filter) {
        List<String> wanted = new ArrayList<>(attributes);
        wanted.addAll(List.of(OBJECT_CLASS, "cn", "resourceName", "resourceGroupName", names.required(Field.USERNAME)));
        return people
                .search(tree.baseDn(), SearchScope.SUB, List.copyOf(values), filter, wanted.toArray(String[]::new))
                .stream()
                .distinct()
                .flatMap(entry -> holders(entry, attributes, values))
                .toList();
    }

    private Stream<Holder> holders(SearchResultEntry entry, List<String> attributes, Set<String> values) {
        Set<String> held = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        attributes.forEach(attribute -> held.addAll(texts(entry, attribute)));
        boolean user = isUser(entry);
        String name = user ? texts(entry, names.required(Field.USERNAME)).get(0) : description(entry);
        return values.stream().filter(held::contains).map(value -> new Holder(value, TargetName.LDAP, name, user));
    }

    private boolean isUser(SearchResultEntry entry) {
        return kind(entry).isEmpty()
                && !texts(entry, names.required(Field.USERNAME)).isEmpty();
    }

    private String description(SearchResultEntry entry) {
        String name = Stream.of("resourceName", "resourceGroupName", "cn")
                .flatMap(attribute -> texts(entry, attribute).stream())
                .findFirst()
                .orElse(entry.getDN());
        return kind(entry).map(kind -> kind + " " + name).orElse("entry " + entry.getDN());
    }

    private Optional<String> kind(SearchResultEntry entry) {
        Set<String> classes = texts(entry, OBJECT_CLASS).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (classes.contains(account.objectClass().toLowerCase(Locale.ROOT))) {
            return Optional.of("functional account");
        }
        return KINDS.entrySet().stream()
                .filter(kind -> classes.contains(kind.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<String> texts(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
