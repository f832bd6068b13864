package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.AccountEntry;
import dev.muster.model.ObjectKey;
import dev.muster.target.ldap.AccountTree.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entry of a shared account as it is now, and the least that has to be modified in it. Used by one thread. */
final class AccountThere {
    private final AccountForm form;
    private final SearchResultEntry entry;
    private final Map<ObjectKey, String> members = new LinkedHashMap<>();

    /** @param users who the DNs of members are; whoever is missing is no person, and is left alone */
    AccountThere(AccountForm form, SearchResultEntry entry, Map<String, ObjectKey> users) {
        this.form = form;
        this.entry = entry;
        form.texts(entry, Part.MEMBERS).forEach(dn -> {
            ObjectKey user = users.get(dn);
            if (user != null) {
                members.put(user, dn);
            }
        });
    }

    String dn() {
        return entry.getDN();
    }

    /** Empty where the entry is none that Muster understands. */
    Optional<AccountEntry> account() {
        return form.read(entry, members.keySet());
    }

    /** Those of these who are no members yet. */
    Set<ObjectKey> coming(Set<ObjectKey> wanted) {
        Set<ObjectKey> coming = new HashSet<>(wanted);
        coming.removeAll(members.keySet());
        return coming;
    }

    /**
     * What the difference between the two comes to in this entry.
     *
     * @param dns of everybody who is coming
     */
    List<Modification> modifications(AccountEntry before, AccountEntry after, Map<ObjectKey, String> dns) {
        List<Modification> modifications = new ArrayList<>();
        Map<Part, List<String>> from = AccountForm.written(before);
        AccountForm.written(after).forEach((part, to) -> {
            if (form.keeps(part)) {
                change(modifications, part, from.getOrDefault(part, List.of()), to);
            }
        });
        Set<ObjectKey> going = new HashSet<>(before.members());
        going.removeAll(after.members());
        add(modifications, ModificationType.DELETE, Part.MEMBERS, values(members, going));
        add(modifications, ModificationType.ADD, Part.MEMBERS, values(dns, coming(after.members())));
        return modifications;
    }

    private void change(List<Modification> modifications, Part part, List<String> from, List<String> to) {
        if (part == Part.OTHERS) {
            List<String> there = form.texts(entry, part);
            add(modifications, ModificationType.DELETE, part, among(there, without(from, to)));
            add(modifications, ModificationType.ADD, part, without(to, there));
        } else if (!from.equals(to) && !folded(form.texts(entry, part), part).equals(to)) {
            modifications.add(
                    new Modification(ModificationType.REPLACE, form.attribute(part), to.toArray(String[]::new)));
        }
    }

    private void add(List<Modification> modifications, ModificationType type, Part part, List<String> values) {
        if (!values.isEmpty()) {
            modifications.add(new Modification(type, form.attribute(part), values.toArray(String[]::new)));
        }
    }

    /** An address is the same in any case; a name is not. */
    private static List<String> folded(List<String> values, Part part) {
        return part == Part.PRIMARY
                ? values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList()
                : values;
    }

    private static List<String> values(Map<ObjectKey, String> dns, Set<ObjectKey> users) {
        return users.stream().filter(dns::containsKey).map(dns::get).sorted().toList();
    }

    private static List<String> without(List<String> values, Collection<String> others) {
        Set<String> gone = lower(others);
        return values.stream()
                .filter(value -> !gone.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> among(List<String> values, Collection<String> others) {
        Set<String> kept = lower(others);
        return values.stream()
                .filter(value -> kept.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Set<String> lower(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
