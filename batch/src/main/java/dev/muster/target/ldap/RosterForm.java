package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the entry of one kind of object looks like. Immutable.
 *
 * @param base below which such entries are
 * @param objectClass what tells them from others
 * @param newClasses the classes of a new one
 * @param nameAttribute holds the object's name and names the entry
 * @param memberAttribute holds the members' names
 * @param attributes the attribute of each field that is kept
 */
record RosterForm(
        ObjectKey.Kind kind,
        String base,
        String objectClass,
        List<String> newClasses,
        String nameAttribute,
        String memberAttribute,
        Map<Field, String> attributes) {
    /** In front of an attribute's name it makes a field of what the house has no word for. */
    private static final String FOREIGN = "ldap:";

    private static final Field OBJECT_CLASS = Field.of(FOREIGN + "objectclass");
    /** Never read, and nothing that a state may hold. */
    private static final String USER_PASSWORD = "userPassword";

    static RosterForm of(ObjectKey.Kind kind, RosterTree tree) {
        return switch (kind) {
            case GROUP ->
                new RosterForm(
                        kind,
                        tree.groupBase(),
                        RosterTree.GROUP,
                        tree.groupClasses(),
                        "cn",
                        "memberUid",
                        Map.of(Field.GID_NUMBER, "gidNumber", Field.DESCRIPTION, "description"));
            case RESOURCE ->
                new RosterForm(
                        kind,
                        tree.resourceBase(),
                        RosterTree.RESOURCE,
                        tree.resourceClasses(),
                        "resourceName",
                        "",
                        bookable("resourceAvailable", "description"));
            case RESOURCE_GROUP ->
                new RosterForm(
                        kind,
                        tree.resourceBase(),
                        RosterTree.RESOURCE_GROUP,
                        tree.resourceGroupClasses(),
                        "resourceGroupName",
                        "resourceGroupMember",
                        bookable("resourceGroupAvailable", "resourceGroupDescription"));
            case USER, ACCOUNT -> throw new IllegalArgumentException("A " + kind + " is no roster's business.");
        };
    }

    private static Map<Field, String> bookable(String available, String description) {
        return Map.of(
                Field.DISPLAYNAME,
                "cn",
                Field.MAIL,
                "mail",
                Field.AVAILABLE,
                available,
                Field.DESCRIPTION,
                description);
    }

    Filter filter(ObjectKey key) {
        return Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", objectClass),
                Filter.createEqualityFilter(nameAttribute, key.name()));
    }

    /** A user name is looked for as it is written and in lower case: {@code memberUid} tells them apart. */
    Filter memberFilter(Collection<ObjectKey> members) {
        Set<String> forms = members.stream().map(ObjectKey::name).collect(Collectors.toSet());
        members.forEach(member -> forms.add(member.name().toLowerCase(Locale.ROOT)));
        return Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", objectClass),
                Filter.createORFilter(forms.stream()
                        .map(form -> Filter.createEqualityFilter(memberAttribute, form))
                        .toList()));
    }

    /** The keys under which an entry is looked up: one for each value of its name. */
    List<ObjectKey> keys(Entry entry) {
        return texts(entry, nameAttribute).stream()
                .map(name -> new ObjectKey(kind, name))
                .toList();
    }

    List<ObjectKey> members(Entry entry) {
        return memberAttribute.isEmpty()
                ? List.of()
                : texts(entry, memberAttribute).stream()
                        .map(name -> new ObjectKey(kind.ofMembers(), name))
                        .toList();
    }

    /** A new entry with all that is wanted. */
    Entry entry(RosterPlan.Create plan) {
        RosterSpec spec = plan.spec();
        Entry entry = new Entry(new RDN(nameAttribute, spec.key().name()) + "," + base);
        entry.addAttribute("objectClass", spec.values().getOrDefault(OBJECT_CLASS, newClasses));
        entry.addAttribute(nameAttribute, spec.key().name());
        wanted(plan).forEach((attribute, values) -> entry.addAttribute(attribute, values));
        if (!spec.members().isEmpty()) {
            entry.addAttribute(memberAttribute, names(spec.members()));
        }
        return entry;
    }

    /** The attributes that a new entry is to have beside its name, classes and members. */
    SortedMap<String, List<String>> wanted(RosterPlan.Create plan) {
        SortedMap<String, List<String>> wanted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attribute(Field.AVAILABLE).ifPresent(name -> wanted.put(name, List.of("TRUE")));
        plan.spec()
                .values()
                .forEach((field, values) ->
                        attribute(field).ifPresent(name -> wanted.put(name, written(field, values))));
        long gidNumber = plan.claims().gidNumber();
        attribute(Field.GID_NUMBER)
                .filter(name -> gidNumber != 0)
                .ifPresent(name -> wanted.put(name, List.of(Long.toString(gidNumber))));
        wanted.remove("objectClass");
        wanted.values().removeIf(List::isEmpty);
        return wanted;
    }

    /** What an entry holds: fields of the house, and every other attribute under its own name. */
    SortedMap<Field, List<String>> values(Entry entry) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        Predicate<String> apart = name -> name.equalsIgnoreCase(memberAttribute)
                || name.equalsIgnoreCase(nameAttribute)
                || name.equalsIgnoreCase(USER_PASSWORD);
        for (Attribute attribute : entry.getAttributes()) {
            if (!apart.test(attribute.getBaseName())) {
                Field field = field(attribute.getName());
                values.put(field, read(field, Arrays.asList(attribute.getValues())));
            }
        }
        return values;
    }

    /** The attribute of a field; empty where such an entry does not keep it. */
    Optional<String> attribute(Field field) {
        boolean foreign = field.name().startsWith(FOREIGN);
        return foreign
                ? Optional.of(field.name().substring(FOREIGN.length()))
                : Optional.ofNullable(attributes.get(field));
    }

    static List<String> written(Field field, List<String> values) {
        return field.equals(Field.AVAILABLE)
                ? values.stream()
                        .map(value -> value.equals("yes") ? "TRUE" : "FALSE")
                        .toList()
                : values;
    }

    static List<String> names(Collection<ObjectKey> members) {
        return members.stream().map(ObjectKey::name).toList();
    }

    static List<String> texts(Entry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : Arrays.asList(values);
    }

    private Field field(String attribute) {
        return attributes.entrySet().stream()
                .filter(each -> each.getValue().equalsIgnoreCase(attribute))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Field.of(FOREIGN + attribute));
    }

    private static List<String> read(Field field, List<String> values) {
        return field.equals(Field.AVAILABLE)
                ? values.stream()
                        .map(value -> value.equalsIgnoreCase("TRUE") ? "yes" : "no")
                        .toList()
                : values;
    }
}
