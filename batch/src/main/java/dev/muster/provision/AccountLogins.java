package dev.muster.provision;

import dev.muster.model.AccountLogin;
import dev.muster.model.LoginTemplate;
import dev.muster.model.LoginTemplates;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.target.AccountEntries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The logins of members of shared accounts, by the site's templates. Thread-safe as its directory is. */
public final class AccountLogins {
    private final LoginTemplates templates;
    private final Optional<AccountEntries> directory;

    /** @param directory asked only for placeholders that need it */
    public AccountLogins(LoginTemplates templates, Optional<AccountEntries> directory) {
        this.templates = templates;
        this.directory = directory;
    }

    /**
     * The logins of these people to one account.
     *
     * @param members users, each once
     * @return who is missing has no value for a placeholder; {@link #lack} says so
     * @throws dev.muster.target.TargetException if a placeholder needs the directory and it cannot be used
     */
    public Map<ObjectKey, AccountLogin> of(ObjectKey account, MailAddress address, Collection<ObjectKey> members) {
        Map<ObjectKey, Map<String, String>> asked = ask(account, members);
        Map<String, String> common = new HashMap<>(asked.getOrDefault(account, Map.of()));
        common.keySet().removeIf(name -> !name.equals(LoginTemplate.ACCOUNT_UUID));
        common.put(LoginTemplate.ADDRESS, address.folded());
        common.put(LoginTemplate.ACCOUNT, account.name());
        Map<ObjectKey, AccountLogin> logins = new LinkedHashMap<>();
        for (ObjectKey member : members) {
            Map<String, String> values = new HashMap<>(asked.getOrDefault(member, Map.of()));
            values.put(LoginTemplate.USERNAME, member.name());
            values.remove(LoginTemplate.ACCOUNT_UUID);
            values.putAll(common);
            if (values.keySet().containsAll(templates.placeholders())) {
                logins.put(member, login(values));
            }
        }
        return logins;
    }

    /** Why somebody has no login, as a sentence. */
    public String lack(ObjectKey account, ObjectKey member) {
        return "There is no login of the " + member + " to the " + account + ": the directory lacks a value for one of "
                + templates.askedOfDirectory() + ", which accounts.login and its like ask for.";
    }

    private AccountLogin login(Map<String, String> values) {
        return new AccountLogin(
                fill(templates.shared(), values),
                fill(templates.sender(), values),
                fill(templates.identifier(), values).toLowerCase(Locale.ROOT));
    }

    private static String fill(LoginTemplate template, Map<String, String> values) {
        return template.fill(name -> values.getOrDefault(name, ""));
    }

    private Map<ObjectKey, Map<String, String>> ask(ObjectKey account, Collection<ObjectKey> members) {
        Set<String> names = templates.askedOfDirectory();
        if (names.isEmpty() || directory.isEmpty()) {
            return Map.of();
        }
        List<ObjectKey> keys = new ArrayList<>(members);
        keys.add(account);
        return directory.get().properties(keys, names);
    }
}
