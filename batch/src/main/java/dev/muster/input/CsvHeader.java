package dev.muster.input;

import dev.muster.input.ColumnSettings.UnknownColumns;
import dev.muster.model.Field;
import dev.muster.model.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The first record of a CSV feed.
 *
 * @param names as written
 * @param columns what they mean, in the same order
 * @param faults what makes the feed unusable, as sentences; usually empty
 */
record CsvHeader(List<String> names, List<Column> columns, List<String> faults) {
    /** The columns that a reject file adds; they are read over when it is fed again. */
    static final List<String> REJECT_COLUMNS = List.of("code", "field", "reason", "suggestion");

    /** Ends the last cell of a rejected row whose columns could not be told apart; refused until it is deleted. */
    static final String UNCORRECTED = "@uncorrected";

    CsvHeader {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
    }

    static CsvHeader of(List<String> cells, ColumnSettings settings) {
        List<String> names = cells.stream().map(String::strip).toList();
        List<String> faults = new ArrayList<>(doubled(names));
        List<Column> columns = new ArrayList<>();
        ColumnNames known = new ColumnNames(settings.mapping(), names);
        int own = rejected(names) ? names.size() - REJECT_COLUMNS.size() : names.size();
        for (String name : names.subList(0, own)) {
            columns.add(column(name, known, settings.unknown(), faults));
        }
        names.subList(own, names.size()).forEach(name -> columns.add(Column.ignored(name)));
        if (known.subject() == Subject.PEOPLE) {
            faults.addAll(missing(columns, settings));
        }
        return new CsvHeader(names, columns, faults);
    }

    /** Whether this is the header of a reject file: such a feed never holds everybody. */
    boolean rejected() {
        return rejected(names);
    }

    /** The columns whose values nobody gets, as written; without those of a reject file. */
    List<String> readOver() {
        return columns.subList(0, rejected() ? names.size() - REJECT_COLUMNS.size() : names.size()).stream()
                .filter(column -> column.kind() == Kind.IGNORED)
                .map(Column::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether a row of a reject file still stands there as it was rejected. */
    boolean uncorrected(List<String> cells) {
        return rejected() && cells.stream().anyMatch(cell -> cell.endsWith(UNCORRECTED));
    }

    /** What the rows are about. */
    Subject subject() {
        return Subject.of(fields());
    }

    /** What the columns hold, in their order. */
    List<Field> fields() {
        return columns.stream().map(Column::field).toList();
    }

    /** Whether a row is this header once more, as in files that were put together from several. */
    boolean repeatedBy(List<String> cells) {
        return cells.size() == names.size()
                && cells.get(0).strip().equals(names.get(0))
                && stripped(cells).equals(names);
    }

    private static List<String> stripped(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    private static boolean rejected(List<String> names) {
        int own = names.size() - REJECT_COLUMNS.size();
        return own > 0 && names.subList(own, names.size()).equals(REJECT_COLUMNS);
    }

    private static Column column(String name, ColumnNames known, UnknownColumns unknown, List<String> faults) {
        Optional<Column> found = known.find(name);
        if (found.isPresent() || name.isEmpty()) {
            return found.orElseGet(() -> Column.ignored(name));
        }
        boolean attribute = known.find(Column.single(name)).isEmpty();
        if (unknown == UnknownColumns.LDAP_ATTRIBUTE && attribute && known.subject() == Subject.PEOPLE) {
            return Column.attribute(name);
        }
        if (unknown != UnknownColumns.IGNORE) {
            faults.add(unknownColumn(name, known));
        }
        return Column.ignored(name);
    }

    private static String unknownColumn(String name, ColumnNames known) {
        return "The column '" + name + "' is not known"
                + known.nearest(name)
                        .map(near -> "; nearest is '" + near + "'.")
                        .orElse(".")
                + " [HEADER_UNKNOWN]";
    }

    private static List<String> missing(List<Column> columns, ColumnSettings settings) {
        Set<Field> there = columns.stream().map(Column::field).collect(Collectors.toSet());
        Set<Field> wanted = new TreeSet<>(settings.required());
        if (settings.namePattern().isEmpty()) {
            wanted.add(Field.USERNAME);
        }
        wanted.removeAll(there);
        return wanted.stream()
                .map(field -> "No column for '" + field + "'. [HEADER_MISSING]")
                .toList();
    }

    private static List<String> doubled(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(ColumnNames.folded(name)))
                .map(name -> "The column '" + name + "' stands there twice. [HEADER_DOUBLED]")
                .toList();
    }
}
