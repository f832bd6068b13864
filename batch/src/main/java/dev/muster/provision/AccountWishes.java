package dev.muster.provision;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountLogin;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.Grant;
import dev.muster.model.LoginTemplate;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.provision.AccountRoom.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of what rows say what is wanted: with what was wanted before, and with groups resolved. For one thread. */
final class AccountWishes {
    private final AccountRules rules;
    private final MemberResolver resolver;
    private final AccountLogins logins;

    AccountWishes(AccountRules rules) {
        this.rules = rules;
        this.resolver = new MemberResolver(rules);
        // Rows alone have the login to the mailbox, and are filled by themselves.
        this.logins = new AccountLogins(rules.house().logins().withShared(LoginTemplate.DEFAULT), rules.entries());
    }

    /** An account whose groups were resolved once and for all keeps the people that they came to. */
    List<Asked> ask(List<AccountDraft> drafts, Map<ObjectKey, AccountRecord> records, boolean planned) {
        List<AccountSpec> specs = new ArrayList<>();
        List<List<AccountMember>> members = new ArrayList<>();
        for (AccountDraft draft : drafts) {
            AccountRecord record = record(draft, records);
            AccountSpec spec = draft.over(record.applied(), rules.house().defaults());
            specs.add(spec);
            members.add(isResolved(spec, record) ? List.of() : spec.members());
        }
        List<ResolvedMembers> whom = planned ? resolver.planned(members) : resolver.there(members);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            AccountRecord record = record(drafts.get(i), records);
            ResolvedMembers resolved = whom.get(i);
            Map<ObjectKey, Grant> wanted =
                    isResolved(specs.get(i), record) ? record.granted() : grants(specs.get(i), resolved.people());
            asked.add(new Asked(drafts.get(i), specs.get(i), record, wanted, resolved.unknown()));
        }
        return asked;
    }

    AccountRecord record(AccountDraft draft, Map<ObjectKey, AccountRecord> records) {
        return Optional.ofNullable(records.get(draft.key()))
                .orElseGet(() -> AccountRecord.blank(rules.book().source()));
    }

    private static boolean isResolved(AccountSpec spec, AccountRecord record) {
        return !spec.wishes().follow()
                && record.applied()
                        .filter(before -> before.members().equals(spec.members()))
                        .isPresent();
    }

    /** Who lacks what a template asks for is known by her user name. */
    private Map<ObjectKey, Grant> grants(AccountSpec spec, Map<ObjectKey, MailboxRole> people) {
        Map<ObjectKey, AccountLogin> known = logins.of(spec.key(), spec.primary(), people.keySet());
        Map<ObjectKey, Grant> grants = new LinkedHashMap<>();
        people.forEach((person, role) -> {
            AccountLogin login = known.getOrDefault(person, AccountLogin.own(person));
            grants.put(person, new Grant(login.identifier(), login.sender(), Optional.of(role)));
        });
        return grants;
    }

    static Set<ObjectKey> keys(List<AccountDraft> drafts) {
        return new LinkedHashSet<>(drafts.stream().map(AccountDraft::key).toList());
    }
}
