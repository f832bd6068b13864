package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import dev.muster.model.AccountEntry;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.target.ldap.AccountTree.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the entry of a shared account looks like. Members are not its business: they need a look at other entries. */
final class AccountForm {
    private static final String OBJECT_CLASS = "objectClass";
    private static final long MEGABYTE = 1L << 20;

    /** What an entry holds beside name and members. */
    static final List<Part> VALUES = List.of(Part.PRIMARY, Part.OTHERS, Part.PERSONAL, Part.QUOTA);

    private final AccountTree tree;

    AccountForm(AccountTree tree) {
        this.tree = tree;
    }

    String attribute(Part part) {
        return tree.attribute(part);
    }

    boolean keeps(Part part) {
        return tree.keeps(part);
    }

    String base() {
        return tree.base();
    }

    Filter filter(ObjectKey account) {
        return Filter.createANDFilter(
                Filter.createEqualityFilter(OBJECT_CLASS, tree.objectClass()),
                Filter.createEqualityFilter(tree.attribute(Part.NAME), account.name()));
    }

    /** The account whose entry this is: what it is named by, whatever more names it has. */
    ObjectKey key(Entry entry) {
        return ObjectKey.account(DnPattern.parse(entry.getDN()).getRDN().getAttributeValues()[0]);
    }

    /** A new entry with all that is wanted. */
    Entry entry(AccountEntry wanted, List<String> memberDns) {
        RDN name = new RDN(tree.attribute(Part.NAME), wanted.account().name());
        Entry entry = new Entry(name + "," + tree.base());
        entry.addAttribute(OBJECT_CLASS, tree.objectClasses());
        entry.addAttribute(tree.attribute(Part.NAME), wanted.account().name());
        written(wanted).forEach((part, values) -> {
            if (tree.keeps(part) && !values.isEmpty()) {
                entry.addAttribute(tree.attribute(part), values);
            }
        });
        if (!memberDns.isEmpty()) {
            entry.addAttribute(tree.attribute(Part.MEMBERS), memberDns);
        }
        return entry;
    }

    /** The values of each part beside name and members, as an entry has them. */
    static Map<Part, List<String>> written(AccountEntry account) {
        Map<Part, List<String>> values = new EnumMap<>(Part.class);
        values.put(Part.PRIMARY, List.of(account.primary().folded()));
        values.put(
                Part.OTHERS, account.others().stream().map(MailAddress::folded).toList());
        values.put(Part.PERSONAL, account.personal().stream().toList());
        values.put(
                Part.QUOTA,
                account.quotaBytes().map(bytes -> Long.toString((bytes + MEGABYTE - 1) / MEGABYTE)).stream()
                        .toList());
        return values;
    }

    /** The account as its entry tells it; empty where the primary address is none. */
    Optional<AccountEntry> read(Entry entry, Set<ObjectKey> members) {
        List<MailAddress> primary = addresses(entry, Part.PRIMARY);
        return primary.stream()
                .findFirst()
                .map(address -> new AccountEntry(
                        key(entry),
                        address,
                        addresses(entry, Part.OTHERS),
                        texts(entry, Part.PERSONAL).stream().findFirst(),
                        quota(entry),
                        members));
    }

    List<String> texts(Entry entry, Part part) {
        String[] values = tree.keeps(part) ? entry.getAttributeValues(tree.attribute(part)) : null;
        return values == null ? List.of() : Arrays.asList(values);
    }

    private Optional<Long> quota(Entry entry) {
        return texts(entry, Part.QUOTA).stream()
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> Long.parseLong(text) * MEGABYTE)
                .findFirst();
    }

    private List<MailAddress> addresses(Entry entry, Part part) {
        List<MailAddress> addresses = new ArrayList<>();
        for (String text : texts(entry, part)) {
            address(text).forEach(addresses::add);
        }
        return addresses;
    }

    private static Stream<MailAddress> address(String text) {
        try {
            return Stream.of(MailAddress.of(text));
        } catch (IllegalArgumentException none) {
            return Stream.empty();
        }
    }
}
