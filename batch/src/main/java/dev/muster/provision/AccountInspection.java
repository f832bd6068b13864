package dev.muster.provision;

import dev.muster.model.AccountDifference;
import dev.muster.model.AccountDraft;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.AccountStatus;
import dev.muster.model.AttachedAccount;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.MailboxRoles;
import dev.muster.model.MailboxStatus;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.plan.AccountDrift;
import dev.muster.plan.WantedAccount;
import dev.muster.provision.AccountRoom.Asked;
import dev.muster.target.MailboxCounts;
import dev.muster.target.SharedAccounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks how a shared account is, and compares that with what was asked for. Writes nothing. For one thread. */
public final class AccountInspection {
    private static final Origin ORIGIN = Origin.wholeFile("account status");

    private final AccountRules rules;
    private final MailboxRoles roles;
    private final Surroundings surroundings;

    /**
     * What is no target's.
     *
     * @param senders the maps of who may send, by the name that messages give them
     * @param passedOver identifiers in access lists that are no member's and all the same as they should be, such as the
     *     administrator's
     */
    public record Surroundings(Map<String, Senders> senders, Set<String> passedOver) {
        public Surroundings {
            senders = Map.copyOf(senders);
            passedOver = Set.copyOf(passedOver);
        }
    }

    /** Who may send with which address. */
    public interface Senders {
        /** The logins with which somebody may, by folded address; an address with which nobody may is missing. */
        Map<String, Set<String>> of(Collection<MailAddress> addresses);
    }

    /** @param roles by which rights are said in words */
    public AccountInspection(AccountRules rules, MailboxRoles roles, Surroundings surroundings) {
        this.rules = rules;
        this.roles = roles;
        this.surroundings = surroundings;
    }

    /**
     * How the account is.
     *
     * @return empty where no import has made it
     * @throws dev.muster.target.TargetException if a back-end cannot be asked
     */
    public Optional<AccountStatus> of(ObjectKey account) {
        Map<ObjectKey, AccountRecord> records = rules.book().find(Set.of(account));
        return Optional.ofNullable(records.get(account))
                .flatMap(AccountRecord::applied)
                .map(spec -> status(spec, asked(account, records)));
    }

    /** As the next import of its source would ask. */
    private Asked asked(ObjectKey account, Map<ObjectKey, AccountRecord> records) {
        return new AccountWishes(rules)
                .ask(List.of(AccountDraft.following(ORIGIN, account)), records, false)
                .get(0);
    }

    private AccountStatus status(AccountSpec spec, Asked asked) {
        ObjectKey mailbox = AccountRules.mailbox(spec.key());
        MailboxStatus counts = counts(mailbox);
        return new AccountStatus(
                spec.key(), spec.addresses(), spec.members(), people(spec), counts, differences(asked, counts));
    }

    private MailboxStatus counts(ObjectKey mailbox) {
        return rules.mailboxes()
                .filter(MailboxCounts.class::isInstance)
                .map(target -> ((MailboxCounts) target).counts(Set.of(mailbox)))
                .map(answer -> answer.getOrDefault(mailbox, MailboxStatus.NONE))
                .orElse(MailboxStatus.NONE);
    }

    private Map<ObjectKey, Set<ObjectKey>> people(AccountSpec spec) {
        List<List<AccountMember>> each = spec.members().stream().map(List::of).toList();
        List<ResolvedMembers> resolved = new MemberResolver(rules).there(each);
        Map<ObjectKey, Set<ObjectKey>> people = new HashMap<>();
        for (int i = 0; i < each.size(); i++) {
            people.put(spec.members().get(i).who(), resolved.get(i).people().keySet());
        }
        return people;
    }

    private List<AccountDifference> differences(Asked asked, MailboxStatus counts) {
        AccountSpec spec = asked.spec();
        AccountDrift drift = new AccountDrift(wanted(asked), roles);
        List<AccountDifference> differences = new ArrayList<>();
        rules.entries()
                .ifPresent(entries -> differences.addAll(
                        drift.directory(entries.read(Set.of(spec.key())).getOrDefault(spec.key(), Optional.empty()))));
        rules.rows().ifPresent(rows -> differences.addAll(drift.rows(byUser(rows, spec))));
        rules.access().ifPresent(access -> {
            ObjectKey mailbox = AccountRules.mailbox(spec.key());
            MailboxRights rights = access.rights(Set.of(mailbox)).getOrDefault(mailbox, MailboxRights.NONE);
            differences.addAll(drift.mailbox(counts));
            differences.addAll(drift.rights(rights, named(asked, Grant::identifier), passedOver(spec)));
        });
        surroundings
                .senders()
                .forEach((map, senders) -> differences.addAll(
                        drift.senders(map, senders.of(spec.addresses()), named(asked, Grant::sender))));
        asked.unknown()
                .forEach(who -> differences.add(new AccountDifference(
                        who.toString(), "members", "known", "unknown", "import this member, or give another")));
        return differences;
    }

    private static WantedAccount wanted(Asked asked) {
        AccountSpec spec = asked.spec();
        Map<ObjectKey, MailboxRole> people = new LinkedHashMap<>();
        asked.wanted().forEach((who, grant) -> grant.role().ifPresent(role -> people.put(who, role)));
        return new WantedAccount(
                spec.key(),
                spec.shared(),
                spec.addresses().subList(1, spec.addresses().size()),
                spec.mailbox().quotaBytes(),
                people);
    }

    private Set<String> passedOver(AccountSpec spec) {
        return Stream.concat(
                        surroundings.passedOver().stream(), Stream.of(spec.key().name()))
                .collect(Collectors.toSet());
    }

    /** Somebody whose number has no name is said by it. */
    private static Map<ObjectKey, AttachedAccount> byUser(SharedAccounts rows, AccountSpec spec) {
        List<AttachedAccount> attached = rows.read(Set.of(spec.primary()), Set.of());
        Map<Long, ObjectKey> names =
                rows.names(attached.stream().map(AttachedAccount::user).toList());
        return attached.stream()
                .collect(Collectors.toMap(
                        row -> names.getOrDefault(
                                row.user(), new ObjectKey(ObjectKey.Kind.USER, "number " + row.user())),
                        Function.identity(),
                        (one, other) -> one));
    }

    private static Function<ObjectKey, String> named(Asked asked, Function<Grant, String> name) {
        return who -> Optional.ofNullable(asked.wanted().get(who))
                .map(name)
                .orElse(who.name().toLowerCase(Locale.ROOT));
    }
}
