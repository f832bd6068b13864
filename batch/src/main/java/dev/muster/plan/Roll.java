package dev.muster.plan;

import dev.muster.model.AccountDifference;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is on a list, and who should be. */
final class Roll {
    private Roll() {}

    /** @param what what somebody on the list is: {@code a member} */
    static List<AccountDifference> of(String where, String what, Set<ObjectKey> wanted, Set<ObjectKey> actual) {
        return ofNames(where, what, names(wanted), names(actual));
    }

    /** The same of names as they are to be said. */
    static List<AccountDifference> ofNames(String where, String what, Set<String> wanted, Set<String> actual) {
        List<AccountDifference> differences = new ArrayList<>();
        wanted.stream()
                .filter(who -> !actual.contains(who))
                .forEach(who -> differences.add(new AccountDifference(who, where, what, "none", AccountDrift.IMPORT)));
        actual.stream()
                .filter(who -> !wanted.contains(who))
                .forEach(who -> differences.add(new AccountDifference(who, where, "none", what, AccountDrift.IMPORT)));
        return differences;
    }

    private static Set<String> names(Set<ObjectKey> keys) {
        return sorted(keys).stream().map(ObjectKey::toString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<ObjectKey> sorted(Set<ObjectKey> keys) {
        return keys.stream().sorted(Comparator.comparing(ObjectKey::name)).toList();
    }
}
