package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import dev.muster.model.Vocabulary.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out what a column means: by the settings' mapping first, then by the vocabulary's names and attributes. A header
 * with the name of a group, resource, resource group or shared account is about those, and has their columns only.
 */
final class ColumnNames {
    private static final Map<String, Column> PEOPLE = people();
    private static final Map<String, Column> ROSTERS = rosters();

    private final Map<String, Field> mapping = new HashMap<>();
    private final Subject subject;

    /** The columns of people. */
    ColumnNames(Map<String, Field> mapping) {
        this(mapping, List.of());
    }

    /** @param header the names in the header: they tell what the feed is about */
    ColumnNames(Map<String, Field> mapping, Collection<String> header) {
        mapping.forEach((name, field) -> this.mapping.put(folded(name), field));
        this.subject = Subject.of(header.stream()
                .map(ColumnNames::folded)
                .filter(name -> !name.isEmpty())
                .map(name -> this.mapping.getOrDefault(name, Field.of(name)))
                .toList());
    }

    /** What the rows under these columns are about. */
    Subject subject() {
        return subject;
    }

    /** The meaning of a column; empty when nobody knows it. */
    Optional<Column> find(String name) {
        Field mapped = mapping.get(folded(name));
        if (mapped != null) {
            return mapped(name, mapped);
        }
        return Optional.ofNullable(known().get(folded(name))).map(column -> column.called(name));
    }

    private Optional<Column> mapped(String name, Field field) {
        return switch (subject) {
            case PEOPLE -> Optional.of(column(name, field));
            case ROSTERS -> RosterColumns.of(name, field);
            case ACCOUNTS -> AccountColumns.of(name, field);
        };
    }

    /** The known name that a misspelt one was probably meant to be; empty when none is near. */
    Optional<String> nearest(String name) {
        return Nearest.of(folded(name), known().keySet())
                .flatMap(known -> Optional.ofNullable(known().get(known)))
                .map(column -> column.field().name());
    }

    /** How many of these names are known: the measure of a guessed delimiter. */
    long known(Collection<String> names) {
        return names.stream().filter(name -> find(name).isPresent()).count();
    }

    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> character != '_' && character != '-' && !Character.isWhitespace(character))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static Column column(String name, Field field) {
        return Vocabulary.word(field)
                .map(word -> Column.of(name, word))
                .orElseGet(() -> new Column(name, field, Vocabulary.Kind.TEXT, 1_024));
    }

    private Map<String, Column> known() {
        return switch (subject) {
            case PEOPLE -> PEOPLE;
            case ROSTERS -> ROSTERS;
            case ACCOUNTS -> AccountColumns.known();
        };
    }

    private static Map<String, Column> people() {
        Map<String, Column> known = new HashMap<>();
        for (Word word : Vocabulary.words()) {
            Column column = Column.of(word.field().name(), word);
            known.put(folded(word.field().name()), column);
            word.names().forEach(name -> known.putIfAbsent(folded(name), column));
        }
        Vocabulary.words()
                .forEach(word -> known.putIfAbsent(
                        folded(word.attribute()), Column.of(word.field().name(), word)));
        known.remove("");
        return known;
    }

    private static Map<String, Column> rosters() {
        return RosterColumns.all().stream().collect(Collectors.toUnmodifiableMap(Column::name, Function.identity()));
    }
}
