package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.target.AccountEntries;
import dev.muster.target.ldap.AccountTree.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directory's objects of shared accounts. Thread-safe. */
final class LdapAccounts implements AccountEntries {
    private static final String ALL_USER_ATTRIBUTES = "*";

    private final LdapSettings settings;
    private final Exchange exchange;
    private final AccountForm form;
    private final ManySearch searches;
    private final MemberDns members;

    LdapAccounts(LdapSettings settings, Directory directory) {
        this.settings = settings;
        this.exchange = directory.exchange();
        this.form = new AccountForm(settings.account());
        this.searches = new ManySearch(exchange);
        this.members = new MemberDns(directory.people(), searches, directory.names());
    }

    @Override
    public Map<ObjectKey, Optional<AccountEntry>> read(Collection<ObjectKey> accounts) {
        Map<ObjectKey, AccountThere> there = find(accounts);
        Map<ObjectKey, Optional<AccountEntry>> read = new LinkedHashMap<>();
        accounts.forEach(account ->
                read.put(account, Optional.ofNullable(there.get(account)).flatMap(AccountThere::account)));
        return read;
    }

    /** @throws IllegalStateException in mode {@code read} */
    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends AccountEntryPlan> plans) {
        if (settings.mode() != LdapSettings.Mode.WRITE) {
            throw new IllegalStateException("ldap.mode is read: nothing is written to the directory.");
        }
        return plans.isEmpty() ? Map.of() : new AccountEntryWriter(this, exchange).apply(plans);
    }

    @Override
    public Map<ObjectKey, Map<String, String>> properties(Collection<ObjectKey> keys, Set<String> placeholders) {
        if (placeholders.isEmpty()) {
            return Map.of();
        }
        Map<ObjectKey, Map<String, String>> properties = new HashMap<>();
        entries(only(ObjectKey.Kind.ACCOUNT, keys), EntryProperties.ATTRIBUTES)
                .forEach(entry -> properties.put(form.key(entry), EntryProperties.of(entry, placeholders)));
        members.entries(only(ObjectKey.Kind.USER, keys), EntryProperties.ATTRIBUTES)
                .forEach((user, entry) -> properties.put(user, EntryProperties.of(entry, placeholders)));
        return properties;
    }

    AccountForm form() {
        return form;
    }

    MemberDns members() {
        return members;
    }

    /** What is there of these. */
    Map<ObjectKey, AccountThere> find(Collection<ObjectKey> accounts) {
        List<SearchResultEntry> entries = entries(accounts, ALL_USER_ATTRIBUTES);
        Set<String> dns = new LinkedHashSet<>();
        entries.forEach(entry -> dns.addAll(form.texts(entry, Part.MEMBERS)));
        Map<String, ObjectKey> users = members.named(dns);
        Map<ObjectKey, AccountThere> found = new HashMap<>();
        entries.forEach(entry -> found.put(form.key(entry), new AccountThere(form, entry, users)));
        return found;
    }

    private List<SearchResultEntry> entries(Collection<ObjectKey> accounts, String... attributes) {
        List<Filter> filters = accounts.stream().map(form::filter).toList();
        return searches.below(form.base(), SearchScope.ONE, filters, attributes);
    }

    private static List<ObjectKey> only(ObjectKey.Kind kind, Collection<ObjectKey> keys) {
        return keys.stream().filter(key -> key.kind() == kind).toList();
    }
}
