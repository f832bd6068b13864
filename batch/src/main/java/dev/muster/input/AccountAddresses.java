package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The addresses of a shared account: the primary one, and more of them, one of which may be marked as the default instead
 * ({@code info@example.org:default}). Both cells together are the list.
 */
final class AccountAddresses {
    static final String MARK = ":default";

    private static final Column EACH =
            new Column(AccountColumns.ADDRESSES.name(), AccountColumns.ADDRESSES, Kind.ADDRESS, 255, true);

    private final Row row;
    private final Set<MailAddress> defaults = new LinkedHashSet<>();
    private final Set<MailAddress> all = new LinkedHashSet<>();

    AccountAddresses(Row row) {
        this.row = row;
    }

    /** The addresses of these values, without marks, right or wrong. */
    static List<String> plain(Map<Field, List<String>> values) {
        List<String> plain = new ArrayList<>(values.getOrDefault(AccountColumns.PRIMARY, List.of()));
        values.getOrDefault(AccountColumns.ADDRESSES, List.of()).forEach(value -> plain.add(unmarked(value)));
        return plain;
    }

    /** The default one first; empty where the row names none, or has a problem with them. */
    List<MailAddress> read() {
        row.first(AccountColumns.PRIMARY).map(MailAddress::of).ifPresent(defaults::add);
        row.values().getOrDefault(AccountColumns.ADDRESSES, List.of()).forEach(this::add);
        if (defaults.size() > 1) {
            row.problem(
                    ErrorCode.VALUE_CONTRADICTS,
                    AccountColumns.ADDRESSES.name(),
                    "Several addresses are the default: " + joined(defaults) + ".",
                    "Keep one: the primaryaddress, or the one with '" + MARK + "' behind it.");
        } else if (defaults.isEmpty() && !all.isEmpty() && row.blank(AccountColumns.PRIMARY)) {
            row.problem(
                    ErrorCode.VALUE_MISSING,
                    AccountColumns.PRIMARY.name(),
                    "None of the addresses is the default: " + joined(all) + ".",
                    "Write one of them into primaryaddress, or '" + MARK + "' behind it.");
        }
        Set<MailAddress> sorted = new LinkedHashSet<>(defaults);
        sorted.addAll(all);
        return List.copyOf(sorted);
    }

    private void add(String value) {
        ValueCheck.Checked checked = ValueCheck.of(EACH, unmarked(value), row.rules());
        if (checked instanceof ValueCheck.Invalid bad) {
            row.problem(bad.code(), AccountColumns.ADDRESSES.name(), bad.reason(), bad.suggestion());
        } else if (checked instanceof ValueCheck.Valid good) {
            MailAddress address = MailAddress.of(good.value());
            all.add(address);
            if (!unmarked(value).equals(value)) {
                defaults.add(address);
            }
        }
    }

    private static String unmarked(String value) {
        return value.endsWith(MARK)
                ? value.substring(0, value.length() - MARK.length()).strip()
                : value;
    }

    private static String joined(Set<MailAddress> addresses) {
        return String.join(", ", addresses.stream().map(MailAddress::value).toList());
    }
}
