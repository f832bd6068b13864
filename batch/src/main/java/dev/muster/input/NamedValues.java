package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Vocabulary.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * A person told by named values, such as the options of a call: what they mean and may be is the same as in a CSV row
 * under a header of these names. A name that nobody knows is an attribute of the directory.
 */
public final class NamedValues {
    private NamedValues() {}

    /** @param values by name; a blank one says nothing */
    public static FeedRow person(Origin origin, Map<String, String> values, FeedSettings settings) {
        Row row = new Row(origin, settings);
        ColumnNames known = new ColumnNames(settings.columns().mapping());
        values.forEach((name, value) -> {
            Optional<Column> column = known.find(name);
            if (column.filter(found -> found.kind() == Kind.IGNORED).isPresent()) {
                row.problem(ErrorCode.HEADER_UNKNOWN, name, "Nobody keeps such a value.", "Leave '" + name + "' out.");
            } else {
                row.cell(column.orElseGet(() -> Column.attribute(name)), value);
            }
        });
        return row.person();
    }
}
