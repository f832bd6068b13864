package dev.muster.input;

import dev.muster.input.ValueRules.InvalidValues;
import dev.muster.model.AccountDraft;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.Problem;
import dev.muster.model.UserDraft;
import dev.muster.model.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One row while it is being read: takes cell after cell, then says what came of it. */
final class Row {
    private final Origin origin;
    private final FeedSettings settings;
    private final SortedMap<Field, List<String>> values = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>(0);
    private final List<Problem> notes = new ArrayList<>(0);
    private final Set<Field> faulty = new TreeSet<>();
    private final SortedMap<Field, Password> passwords = new TreeMap<>();
    private final Lines lines;

    /** Which line of a row a value stands on. */
    interface Lines {
        /**
         * @param field a column's name, or a field's
         * @param value as it stands there, in any spelling of case; empty for the field as a whole
         */
        long of(String field, String value);
    }

    /** A row whose values all stand on one line. */
    Row(Origin origin, FeedSettings settings) {
        this(origin, settings, (field, value) -> origin.line());
    }

    Row(Origin origin, FeedSettings settings, Lines lines) {
        this.origin = origin;
        this.settings = settings;
        this.lines = lines;
    }

    Origin origin() {
        return origin;
    }

    SortedMap<Field, List<String>> values() {
        return values;
    }

    /** What was given for the columns that hold passwords. */
    SortedMap<Field, Password> passwords() {
        return passwords;
    }

    ValueRules rules() {
        return settings.values();
    }

    /** The first value of a field; empty where nothing valid was said, or the field is cleared. */
    Optional<String> first(Field field) {
        return Optional.of(Identity.first(values, field)).filter(value -> !value.isEmpty());
    }

    /** Whether the row empties a field. */
    boolean cleared(Field field) {
        return values.getOrDefault(field, List.of("")).isEmpty();
    }

    /** Whether nothing was said about a field, not even something invalid. */
    boolean blank(Field field) {
        return Identity.first(values, field).isEmpty() && !faulty.contains(field);
    }

    /** One cell of a CSV feed: blank keeps, the clearing token empties, several values stand with a separator. */
    void cell(Column column, String cell) {
        if (cell.isEmpty() || column.kind() == Kind.IGNORED) {
            return;
        }
        if (column.kind() == Kind.PASSWORD) {
            password(column, cell);
        } else if (!cell.isBlank()) {
            value(column, cell);
        }
    }

    private void value(Column column, String cell) {
        if (clears(cell)) {
            clear(column);
        } else if (column.kind().multiple()) {
            add(column, Text.split(cell, settings.columns().separator()));
        } else {
            add(column, List.of(cell));
        }
    }

    /** Whether a cell is the one that empties its field. */
    boolean clears(String cell) {
        return cell.strip().equals(settings.columns().clearingToken());
    }

    /** The values of one column; those that are none become problems, or notes where they may be dropped. */
    void add(Column column, List<String> raw) {
        List<String> valid = new ArrayList<>(raw.size());
        for (String value : raw) {
            String stripped = value.strip();
            if (!stripped.isEmpty()) {
                add(column, stripped, valid);
            }
        }
        if (!valid.isEmpty()) {
            merge(column, valid);
        }
    }

    private void add(Column column, String value, List<String> valid) {
        ValueCheck.Checked checked = ValueCheck.of(column, value, settings.values());
        if (checked instanceof ValueCheck.Valid good) {
            valid.add(good.value());
        } else if (checked instanceof ValueCheck.Invalid bad) {
            invalid(column, value, bad);
        }
    }

    private void invalid(Column column, String value, ValueCheck.Invalid bad) {
        Origin place = place(column.name(), value);
        Problem problem = new Problem(place, bad.code(), column.name(), bad.reason(), bad.suggestion());
        if (settings.values().invalid() == InvalidValues.DROP_VALUE && !column.essential()) {
            notes.add(new Problem(
                    place, bad.code(), column.name(), bad.reason(), "The value was dropped, the rest kept."));
        } else {
            problems.add(problem);
            faulty.add(column.field());
        }
    }

    private void merge(Column column, List<String> valid) {
        List<String> before = values.get(column.field());
        if (before == null || before.equals(valid)) {
            values.put(column.field(), List.copyOf(valid));
        } else if (column.kind().multiple()) {
            List<String> all = new ArrayList<>(before);
            all.addAll(valid);
            values.put(column.field(), all.stream().distinct().toList());
        } else {
            problem(new Problem(
                    place(column.name(), valid.get(0)),
                    ErrorCode.VALUE_CONTRADICTS,
                    column.name(),
                    "Two values are given for '" + column.field() + "': " + Text.quoted(String.join(", ", before))
                            + " and " + Text.quoted(valid.get(0)) + ".",
                    "Leave one of them blank."));
        }
    }

    /** Empties a field, where a person can be without it. */
    void clear(Column column) {
        if (column.essential()) {
            faulty.add(column.field());
            problem(
                    column.kind() == Kind.PASSWORD ? ErrorCode.PASSWORD_EMPTY : ErrorCode.VALUE_MISSING,
                    column.name(),
                    "Nobody can be without this field, it cannot be cleared.",
                    "Give a value, or leave the cell blank to keep what is there.");
        } else {
            values.put(column.field(), List.of());
        }
    }

    /** The password as the feed has it: a reference of a reject file, a hash, or the password itself. */
    void password(Column column, String cell) {
        if (cell.isBlank()) {
            blankPassword(column);
            return;
        }
        if (!column.essential() && clears(cell)) {
            clear(column);
            return;
        }
        Optional<ValueCheck.Invalid> fault = Passwords.fault(cell, settings);
        fault.ifPresent(bad -> problem(bad.code(), column.name(), bad.reason(), bad.suggestion()));
        if (fault.isEmpty()) {
            passwords.put(column.field(), Passwords.read(cell, settings.values().references()));
        }
    }

    private void blankPassword(Column column) {
        problem(
                ErrorCode.PASSWORD_EMPTY,
                column.name(),
                "The password is empty or consists of blanks.",
                "Give a password, or leave it out to keep or generate one.");
    }

    /** @param field the column or field that it is about, on whose line it is; empty for the row as a whole */
    void problem(ErrorCode code, String field, String reason, String suggestion) {
        problem(new Problem(place(field, ""), code, field, reason, suggestion));
    }

    void note(ErrorCode code, String field, String reason, String suggestion) {
        note(new Problem(place(field, ""), code, field, reason, suggestion));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void note(Problem note) {
        notes.add(note);
    }

    /** Where a value of this row stands; see {@link Lines#of}. */
    Origin place(String field, String value) {
        return field.isEmpty() ? origin : origin.at(lines.of(field, value));
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** What came of it, for a row about a group, a resource or a resource group. */
    FeedRow roster() {
        Optional<ObjectKey> key = RosterCheck.key(this);
        key.ifPresent(named -> RosterCheck.members(this, named));
        return key.isPresent() && problems.isEmpty()
                ? new FeedRow.Roster(RosterCheck.draft(this, key.get()), notes)
                : new FeedRow.Bad(origin, key.map(ObjectKey::toString).orElse(""), values, problems);
    }

    /** What came of it, for a row about a shared account. */
    FeedRow account() {
        Optional<AccountDraft> draft = new AccountCheck(this, settings.accounts()).draft();
        return draft.isPresent()
                ? new FeedRow.Account(draft.get(), notes)
                : new FeedRow.Bad(origin, accountIdentity(), values, problems);
    }

    private String accountIdentity() {
        return first(AccountColumns.NAME)
                .map(name -> ObjectKey.account(name).toString())
                .orElse("");
    }

    /** What came of it, for a row that describes a whole person. */
    FeedRow person() {
        RowCheck.check(this, settings.columns());
        return finished();
    }

    /** What came of it, for a row that describes a change only. */
    FeedRow finished() {
        String identity = Identity.of(values, settings.columns());
        Password password = passwords.getOrDefault(Field.PASSWORD, new Password.Keep());
        return problems.isEmpty()
                ? new FeedRow.Good(new UserDraft(origin, identity, values, password), notes)
                : new FeedRow.Bad(origin, identity, values, problems);
    }
}
