package dev.muster.target.groupware;

import dev.muster.model.Field;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a field of a person.
 *
 * @param field the field in the feed's vocabulary
 * @param name the column
 * @param form how the column writes what the feed writes as text
 */
record FieldColumn(Field field, String name, Form form) {
    enum Form {
        TEXT,
        /** A whole number; negative means none. */
        NUMBER,
        DATE,
        /** TRUE for {@code yes}. */
        SWITCH,
        /** 1 for {@code yes}: the password has expired. */
        EXPIRED
    }

    FieldColumn(Field field, String name) {
        this(field, name, Form.TEXT);
    }

    /** What the column says, in the feed's words; empty when nothing. */
    String read(SqlRow row, int index) {
        return switch (form) {
            case TEXT, DATE -> row.text(index);
            case NUMBER -> row.isNull(index) || row.number(index) < 0 ? "" : Long.toString(row.number(index));
            case SWITCH, EXPIRED -> row.number(index) == 1 ? "yes" : "no";
        };
    }

    /** What to write into the column; NULL for an empty date or number. */
    @Nullable
    Object write(String value) {
        return switch (form) {
            case TEXT -> value;
            case DATE -> value.isEmpty() ? null : LocalDate.parse(value);
            case NUMBER -> value.isEmpty() ? null : Long.valueOf(value);
            case SWITCH -> value.equals("yes");
            case EXPIRED -> value.equals("yes") ? 1 : 0;
        };
    }
}
