package dev.muster.target.groupware;

import dev.muster.model.Field;
import dev.muster.model.TargetState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the database holds of one person.
 *
 * @param id the user's id
 * @param guest whether she is somebody's guest and thus no user of the site
 * @param values the fields in the feed's vocabulary
 * @param parts those of which every row is there
 */
record Person(long id, boolean guest, Map<Field, List<String>> values, Set<GroupwarePart> parts) {
    Person {
        parts = Set.copyOf(parts);
    }

    /** What is to be made and is not there. */
    Set<GroupwarePart> lacking(Set<GroupwarePart> wanted) {
        Set<GroupwarePart> lacking = EnumSet.noneOf(GroupwarePart.class);
        lacking.addAll(wanted);
        lacking.removeAll(parts);
        return lacking;
    }

    /** Whether nothing lacks that is to be made. */
    boolean has(Set<GroupwarePart> wanted) {
        return parts.containsAll(wanted);
    }

    /**
     * An incomplete person has no display name: so the plan sees something to do, and whatever change is applied makes her
     * whole first.
     */
    TargetState.Present state() {
        Map<Field, List<String>> seen = new TreeMap<>(values);
        seen.put(Field.USER_ID, List.of(Long.toString(id)));
        if (!has(EnumSet.allOf(GroupwarePart.class))) {
            seen.remove(Field.DISPLAYNAME);
        }
        return TargetState.Present.of(seen);
    }
}
