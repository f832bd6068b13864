package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import dev.muster.model.RosterDraft;
import dev.muster.model.RosterSpec;
import dev.muster.model.UserName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a group, resource or resource group of a row whose values are each fine. */
final class RosterCheck {
    private RosterCheck() {}

    /** The object that the row names; without one, or with several, the row has a problem. */
    static Optional<ObjectKey> key(Row row) {
        List<ObjectKey> named = RosterColumns.named(row.values());
        if (named.size() == 1) {
            name(row, named.get(0));
            return Optional.of(named.get(0));
        }
        if (!named.isEmpty()) {
            row.problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    RosterColumns.name(named.get(1).kind()).name(),
                    "The row names several things: " + named + ".",
                    "Write one row for each.");
        } else if (!row.hasProblems()) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    "",
                    "The row names no group, no resource and no resource group.",
                    "Fill in the name.");
        }
        return Optional.empty();
    }

    private static void name(Row row, ObjectKey key) {
        try {
            new RosterSpec(row.origin(), key, new TreeMap<>(), Set.of());
        } catch (IllegalArgumentException invalid) {
            String field = RosterColumns.name(key.kind()).name();
            row.problem(ErrorCode.VALUE_INVALID, field, String.valueOf(invalid.getMessage()), "Give it another name.");
        }
    }

    /** Whether everybody in the row can be a member of such an object. */
    static void members(Row row, ObjectKey key) {
        List<String> members = row.values().getOrDefault(RosterColumns.MEMBERS, List.of());
        if (!members.isEmpty() && !key.kind().hasMembers()) {
            row.problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    RosterColumns.MEMBERS.name(),
                    "A " + key.kind() + " has no members.",
                    "Leave them out, or put the resource into a resource group.");
            return;
        }
        members.forEach(member -> member(row, new ObjectKey(key.kind().ofMembers(), member)));
    }

    private static void member(Row row, ObjectKey member) {
        try {
            if (member.kind() == ObjectKey.Kind.USER) {
                UserName.of(member.name());
            } else {
                new RosterSpec(row.origin(), member, new TreeMap<>(), Set.of());
            }
        } catch (IllegalArgumentException invalid) {
            String field = RosterColumns.MEMBERS.name();
            row.problem(new Problem(
                    row.place(field, member.name()),
                    ErrorCode.VALUE_INVALID,
                    field,
                    Text.quoted(member.name()) + " cannot be a member: " + invalid.getMessage(),
                    member.kind() == ObjectKey.Kind.USER
                            ? "Write the user names of the members."
                            : "Write the names of the resources."));
        }
    }

    /** The row in the house's form; it has no problem. */
    static RosterDraft draft(Row row, ObjectKey key) {
        SortedMap<Field, List<String>> values = new TreeMap<>(row.values());
        values.keySet().removeIf(field -> RosterColumns.isName(field) || field.equals(RosterColumns.MEMBERS));
        return new RosterDraft(row.origin(), key, values, members(row.values(), key));
    }

    private static Optional<Set<ObjectKey>> members(Map<Field, List<String>> values, ObjectKey key) {
        return Optional.ofNullable(values.get(RosterColumns.MEMBERS)).map(names -> {
            Set<ObjectKey> members = new LinkedHashSet<>();
            names.forEach(name -> members.add(new ObjectKey(key.kind().ofMembers(), name)));
            return members;
        });
    }
}
