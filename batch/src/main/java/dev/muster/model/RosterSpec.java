package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A group, a resource or a resource group as wanted in every target that keeps such things.
 *
 * @param origin what asked for it
 * @param key which; its name has letters a-z, digits, spaces and {@code $ @ % . + _ -} (the reference's rule for groups),
 *     1 to 128 of them, and neither begins nor ends with a space
 * @param values {@link Field#DISPLAYNAME} (missing = the name), {@link Field#MAIL}, {@link Field#DESCRIPTION},
 *     {@link Field#AVAILABLE} (missing = yes). A field called {@code ldap:} and a name is that attribute of the directory's
 *     entry. A missing field means none
 * @param members people of a group, resources of a resource group; a resource has none
 */
public record RosterSpec(Origin origin, ObjectKey key, SortedMap<Field, List<String>> values, Set<ObjectKey> members) {
    private static final Pattern NAME = Pattern.compile("(?! )[ a-zA-Z0-9$@%.+_-]{1,128}(?<! )");

    /** @throws IllegalArgumentException if the name is none, or a member is of the wrong kind; the message says why */
    public RosterSpec {
        if (!NAME.matcher(key.name()).matches()) {
            throw new IllegalArgumentException("'" + key.name() + "' is no name of a " + key.kind()
                    + ": 1 to 128 letters a-z, digits, spaces and $ @ % . + _ - are allowed.");
        }
        members.forEach(member -> requireFit(key, member));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** The first value, or empty where nothing is wanted. */
    public Optional<String> first(Field field) {
        return values.getOrDefault(field, List.of()).stream().findFirst();
    }

    /** The same with other members. */
    public RosterSpec withMembers(Set<ObjectKey> others) {
        return new RosterSpec(origin, key, values, others);
    }

    /** @throws IllegalArgumentException if the one cannot have the other as a member */
    static void requireFit(ObjectKey key, ObjectKey member) {
        if (!key.kind().hasMembers() || member.kind() != key.kind().ofMembers()) {
            throw new IllegalArgumentException("A " + key.kind() + " cannot have a " + member.kind() + " as a member.");
        }
    }
}
