package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the columns of a feed of groups, resources and resource groups mean, and the attributes of their entries in LDIF.
 * A row fills the name column of its kind.
 */
final class RosterColumns {
    static final Field MEMBERS = Field.of("members");

    private static final List<Column> ALL = List.of(
            new Column("groupname", Field.of("groupname"), Kind.TEXT, 128, true),
            new Column("resourcename", Field.of("resourcename"), Kind.TEXT, 128, true),
            new Column("resourcegroupname", Field.of("resourcegroupname"), Kind.TEXT, 128, true),
            new Column("members", MEMBERS, Kind.TEXTS, 128, false),
            new Column("displayname", Field.DISPLAYNAME, Kind.NAME, 128, true),
            new Column("description", Field.DESCRIPTION, Kind.TEXT, 1_024, false),
            new Column("mail", Field.MAIL, Kind.ADDRESS, 255, false),
            new Column("available", Field.AVAILABLE, Kind.SWITCH, 64, true));
    private static final Map<Field, Column> BY_FIELD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Column::field, Function.identity()));
    /** The directory's names: whitepaper 2.4 and the schema of the groupware. */
    private static final Map<ObjectKey.Kind, Map<String, Field>> ATTRIBUTES = Map.of(
            ObjectKey.Kind.GROUP,
            Map.of(
                    "cn",
                    name(ObjectKey.Kind.GROUP),
                    "memberuid",
                    MEMBERS,
                    "displayname",
                    Field.DISPLAYNAME,
                    "description",
                    Field.DESCRIPTION),
            ObjectKey.Kind.RESOURCE,
            Map.of(
                    "resourcename", name(ObjectKey.Kind.RESOURCE),
                    "cn", Field.DISPLAYNAME,
                    "mail", Field.MAIL,
                    "description", Field.DESCRIPTION,
                    "resourceavailable", Field.AVAILABLE),
            ObjectKey.Kind.RESOURCE_GROUP,
            Map.of(
                    "resourcegroupname", name(ObjectKey.Kind.RESOURCE_GROUP),
                    "resourcegroupmember", MEMBERS,
                    "cn", Field.DISPLAYNAME,
                    "mail", Field.MAIL,
                    "resourcegroupdescription", Field.DESCRIPTION,
                    "resourcegroupavailable", Field.AVAILABLE));

    private RosterColumns() {}

    static List<Column> all() {
        return ALL;
    }

    /** The field that holds the name of such an object. */
    static Field name(ObjectKey.Kind kind) {
        return Field.of(kind.toString().replace(" ", "") + "name");
    }

    static boolean isName(Field field) {
        return kinds().stream().anyMatch(kind -> name(kind).equals(field));
    }

    /** The column of a field under another name; empty for what no group or resource has. */
    static Optional<Column> of(String name, Field field) {
        return Optional.ofNullable(BY_FIELD.get(field)).map(column -> column.called(name));
    }

    /** The meaning of an attribute of such an entry; empty when Muster does not carry it over. */
    static Optional<Column> ofAttribute(ObjectKey.Kind kind, String attribute) {
        return Optional.ofNullable(ATTRIBUTES.getOrDefault(kind, Map.of()).get(attribute.toLowerCase(Locale.ROOT)))
                .flatMap(field -> of(attribute, field));
    }

    /** The objects that a row names: one in a good row. */
    static List<ObjectKey> named(Map<Field, List<String>> values) {
        List<ObjectKey> named = new ArrayList<>(1);
        kinds().forEach(kind -> {
            String name = Identity.first(values, name(kind));
            if (!name.isEmpty()) {
                named.add(new ObjectKey(kind, name));
            }
        });
        return named;
    }

    private static List<ObjectKey.Kind> kinds() {
        return Arrays.stream(ObjectKey.Kind.values())
                .filter(ObjectKey.Kind::isRoster)
                .toList();
    }
}
