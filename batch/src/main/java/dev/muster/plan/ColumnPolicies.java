package dev.muster.plan;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.UserDraft;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The policy of every field: the configured one, else the house's. Immutable. */
public final class ColumnPolicies {
    private static final Map<Field, Policy> HOUSE = house();
    private final Map<Field, Policy> configured;
    private final Set<Field> columns;

    /**
     * @param configured what the administrator decided; may be empty
     * @param columns the fields that the feed has a column for: a blank cell there keeps what is, whatever the template
     *     would give; empty where a feed has no columns
     */
    public ColumnPolicies(Map<Field, Policy> configured, Set<Field> columns) {
        this.configured = Map.copyOf(configured);
        this.columns = Set.copyOf(columns);
    }

    /**
     * The policy of a field for one person. What the row itself does not say comes from a template, and a template's
     * default is written at creation only; the display name alone follows the names that it is made of.
     */
    public Policy of(Field field, UserDraft draft) {
        Policy decided = configured.get(field);
        if (decided != null) {
            boolean blank = columns.contains(field) && !draft.values().containsKey(field);
            return blank && decided == Policy.ALWAYS ? Policy.CREATE : decided;
        }
        Policy house = HOUSE.getOrDefault(field, Policy.ALWAYS);
        boolean templates = !draft.values().containsKey(field) && !field.equals(Field.DISPLAYNAME);
        return templates && house == Policy.ALWAYS ? Policy.CREATE : house;
    }

    private static Map<Field, Policy> house() {
        Map<Field, Policy> house = new HashMap<>();
        for (Field written : new Field[] {
            Field.PASSWORD,
            Field.CHANGE_PASSWORD,
            Field.LANGUAGE,
            Field.TIMEZONE,
            Field.QUOTA,
            Field.MODULES,
            Field.DISABLE,
            Field.FOLDER_STYLE,
            Field.MAIL_ROUTE
        }) {
            house.put(written, Policy.CREATE);
        }
        for (FolderRole role : FolderRole.values()) {
            house.put(role.field(), Policy.ENSURE);
        }
        house.put(Field.OTHER_FOLDERS, Policy.ENSURE);
        return Map.copyOf(house);
    }
}
