package dev.muster.input;

import dev.muster.model.AccountMember;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterSpec;
import dev.muster.model.UserName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The members of a shared account: {@code anna:agent} among the users, {@code support:viewer} or {@code *} (everybody)
 * among the groups. Both cells together are the list.
 */
final class MemberCells {
    /** The groupware's number of the group of everybody. */
    private static final Set<String> EVERYBODY = Set.of(AccountMember.EVERYBODY.name(), "0");

    private final Row row;
    private final AccountTerms terms;
    private final Map<ObjectKey, MailboxRole> members = new LinkedHashMap<>();

    MemberCells(Row row, AccountTerms terms) {
        this.row = row;
        this.terms = terms;
    }

    /** Empty where the row says nothing about members. */
    Optional<List<AccountMember>> read() {
        List<String> users = row.values().get(AccountColumns.USERS);
        List<String> groups = row.values().get(AccountColumns.GROUPS);
        if (users == null && groups == null) {
            return Optional.empty();
        }
        Optional.ofNullable(users).orElse(List.of()).forEach(cell -> add(AccountColumns.USERS, cell));
        Optional.ofNullable(groups).orElse(List.of()).forEach(cell -> add(AccountColumns.GROUPS, cell));
        List<AccountMember> all = new ArrayList<>();
        members.forEach((who, role) -> all.add(new AccountMember(who, role)));
        return Optional.of(all);
    }

    private void add(Field field, String cell) {
        int colon = cell.indexOf(':');
        String name = colon < 0 ? cell : cell.substring(0, colon).strip();
        Optional<MailboxRole> role = colon < 0
                ? Optional.of(terms.defaults().role())
                : role(field, cell.substring(colon + 1).strip());
        Optional<ObjectKey> who = who(field, name);
        if (role.isPresent() && who.isPresent()) {
            add(field, who.get(), role.get());
        }
    }

    private void add(Field field, ObjectKey who, MailboxRole role) {
        MailboxRole before = members.putIfAbsent(who, role);
        if (before != null && !before.id().equals(role.id())) {
            row.problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    field.name(),
                    "The " + who + " is named as " + before.id() + " and as " + role.id() + ".",
                    "Keep one of the two.");
        }
    }

    private Optional<MailboxRole> role(Field field, String name) {
        Optional<MailboxRole> role = terms.roles().of(name);
        if (role.isEmpty()) {
            row.problem(
                    ErrorCode.ROLE_UNKNOWN,
                    field.name(),
                    "There is no role " + Text.quoted(name) + ".",
                    Hint.among(name, terms.roles().ids()));
        }
        return role;
    }

    private Optional<ObjectKey> who(Field field, String name) {
        boolean groups = field.equals(AccountColumns.GROUPS);
        if (groups && EVERYBODY.contains(name)) {
            return Optional.of(AccountMember.EVERYBODY);
        }
        try {
            return Optional.of(groups ? group(name) : ObjectKey.user(UserName.of(name)));
        } catch (IllegalArgumentException invalid) {
            row.problem(
                    ErrorCode.VALUE_INVALID,
                    field.name(),
                    Text.quoted(name) + " cannot be a member: " + invalid.getMessage(),
                    groups
                            ? "Write name:role, with the name of a group or * for everybody."
                            : "Write name:role, with the user name of a member; everybody is the group *.");
            return Optional.empty();
        }
    }

    private ObjectKey group(String name) {
        return new RosterSpec(row.origin(), ObjectKey.group(name), new TreeMap<>(), Set.of()).key();
    }
}
