package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterSpec;
import dev.muster.target.groupware.FieldColumn.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one kind of object are. Resource groups have no table in any layout.
 *
 * @param kind groups or resources
 * @param name the table, quoted where it has to be
 * @param tombstones where rows go that are deleted, so that clients learn of it
 * @param columns what is kept beside id, identifier and stamp
 */
record RosterTable(ObjectKey.Kind kind, String name, String tombstones, List<FieldColumn> columns) {
    private static final FieldColumn DISPLAY_NAME = new FieldColumn(Field.DISPLAYNAME, "displayName");

    static final RosterTable GROUPS =
            new RosterTable(ObjectKey.Kind.GROUP, "`groups`", "del_groups", List.of(DISPLAY_NAME));
    static final RosterTable RESOURCES = new RosterTable(
            ObjectKey.Kind.RESOURCE,
            "resource",
            "del_resource",
            List.of(
                    DISPLAY_NAME,
                    new FieldColumn(Field.MAIL, "mail"),
                    new FieldColumn(Field.AVAILABLE, "available", Form.SWITCH),
                    new FieldColumn(Field.DESCRIPTION, "description")));
    static final List<RosterTable> ALL = List.of(GROUPS, RESOURCES);

    static Optional<RosterTable> of(ObjectKey.Kind kind) {
        return ALL.stream().filter(table -> table.kind == kind).findFirst();
    }

    Optional<FieldColumn> column(Field field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    /** {@code resource (cid, id, identifier, lastModified, displayName, ...)}. */
    String withColumns() {
        return name + columnNames("(cid, id, identifier, lastModified, ");
    }

    /**
     * Copies a row to its tombstone; parameters are the stamp, the context and the id. No word VALUES: the driver takes a
     * batch of such statements for one INSERT of many rows and breaks off.
     */
    String bury() {
        String names = columns.stream().map(FieldColumn::name).collect(Collectors.joining(", "));
        return "REPLACE INTO " + tombstones + columnNames(" (cid, id, identifier, lastModified, ")
                + " SELECT cid, id, identifier, ?, " + names + " FROM " + name + " WHERE cid = ? AND id = ?";
    }

    /** The values of a new row, in the order of {@link #withColumns()}. */
    @Nullable
    Object[] row(int context, long id, long stamp, RosterSpec spec) {
        List<@Nullable Object> row =
                new ArrayList<>(List.of(context, id, spec.key().name(), stamp));
        for (FieldColumn column : columns) {
            row.add(written(
                    column, spec.first(column.field()).orElse(""), spec.key().name()));
        }
        return row.toArray();
    }

    /** What stands in the column for a value; nothing said means the name, available, or NULL. */
    static @Nullable Object written(FieldColumn column, String value, String name) {
        if (column.field().equals(Field.DISPLAYNAME)) {
            return value.isEmpty() ? name : value;
        }
        if (column.field().equals(Field.AVAILABLE)) {
            return !value.equals("no");
        }
        return value.isEmpty() ? null : value;
    }

    private String columnNames(String first) {
        return columns.stream().map(FieldColumn::name).collect(Collectors.joining(", ", first, ")"));
    }
}
