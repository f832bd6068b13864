package dev.muster.input;

import dev.muster.model.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a feed mean.
 *
 * @param mapping column names that are not known by themselves, or that are to mean something else; compared without
 *     regard to case, {@code _}, {@code -} and blanks
 * @param unknown what to do about a column that neither the mapping nor the vocabulary knows
 * @param separator between the values of one cell
 * @param clearingToken the cell that empties a field; a blank cell keeps it
 * @param key the field that identifies a person across feeds
 * @param namePattern the fields that the user name pattern reads; empty when the feed must give user names
 * @param required fields that every row must fill; empty for a feed of changes only
 */
public record ColumnSettings(
        Map<String, Field> mapping,
        UnknownColumns unknown,
        String separator,
        String clearingToken,
        Field key,
        List<Field> namePattern,
        Set<Field> required) {
    /** What to do about a column nobody knows. */
    public enum UnknownColumns {
        /** The feed is not used: a misspelt column would silently lose its values. */
        REFUSE,
        IGNORE,
        /** The column's name is an LDAP attribute's, as with {@code adduser --anyattribute}. */
        LDAP_ATTRIBUTE
    }

    public ColumnSettings {
        mapping = Map.copyOf(mapping);
        namePattern = List.copyOf(namePattern);
        required = Set.copyOf(required);
    }

    /** No mapping, unknown columns refused, {@code ,} between values, {@code -clear-} empties, surname required. */
    public static ColumnSettings defaults() {
        return new ColumnSettings(
                Map.of(), UnknownColumns.REFUSE, ",", "-clear-", Field.KEY, List.of(), Set.of(Field.SURNAME));
    }

    public ColumnSettings withMapping(Map<String, Field> wanted) {
        return new ColumnSettings(wanted, unknown, separator, clearingToken, key, namePattern, required);
    }

    public ColumnSettings withUnknown(UnknownColumns wanted) {
        return new ColumnSettings(mapping, wanted, separator, clearingToken, key, namePattern, required);
    }

    public ColumnSettings withNamePattern(List<Field> wanted) {
        return new ColumnSettings(mapping, unknown, separator, clearingToken, key, wanted, required);
    }

    /** What the options of a call mean, which are called as the vocabulary has it, and as the directory's attributes. */
    public ColumnSettings ofCalls(Set<Field> needed) {
        return new ColumnSettings(Map.of(), UnknownColumns.LDAP_ATTRIBUTE, ",", clearingToken, key, List.of(), needed);
    }
}
