package dev.muster.target.groupware;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a result, whatever client brought it. Columns count from 0. */
public record SqlRow(List<@Nullable Object> values) {
    public boolean isNull(int column) {
        return values.get(column) == null;
    }

    /** The value as text; empty where it is NULL. */
    public String text(int column) {
        return Objects.toString(values.get(column), "");
    }

    /** The value as a number; 0 where it is NULL, 1 where it is TRUE. */
    public long number(int column) {
        Object value = values.get(column);
        if (value instanceof Number number) {
            return number.longValue();
        }
        return Boolean.TRUE.equals(value) ? 1 : 0;
    }
}
