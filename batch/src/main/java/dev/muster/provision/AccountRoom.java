package dev.muster.provision;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.AttachedAccount;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetState;
import dev.muster.plan.AccountPlanner;
import dev.muster.plan.AccountSituation;
import dev.muster.plan.AccountSteps;
import dev.muster.plan.AccountView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a chunk of shared accounts, and puts together what is to be done for them. For one thread. */
final class AccountRoom {
    private final AccountRules rules;
    private final AccountPlanner planner;
    private final AccountMailboxes mailboxes;
    private final AccountPasswords passwords;
    private final RowLogins logins;

    AccountRoom(AccountRules rules) {
        this.rules = rules;
        this.planner = new AccountPlanner(rules.written());
        this.mailboxes = new AccountMailboxes(rules);
        this.passwords = new AccountPasswords(rules.house().siteKey());
        this.logins = new RowLogins(rules);
    }

    /**
     * An account of which it is known what is wanted and who is to have it.
     *
     * @param unknown members whom nobody knows
     */
    record Asked(
            AccountDraft draft,
            AccountSpec spec,
            AccountRecord record,
            Map<ObjectKey, Grant> wanted,
            Set<ObjectKey> unknown) {}

    /** The least that is to be done, account by account. Nobody's loss of addresses is in it yet. */
    List<AccountWork> works(List<Asked> chunk) {
        Map<ObjectKey, Optional<AccountEntry>> entries = entries(chunk);
        Map<ObjectKey, TargetState> states =
                mailboxes.read(chunk.stream().map(each -> each.spec().key()).toList());
        Map<ObjectKey, MailboxRights> rights = rights(states);
        List<AttachedAccount> rows = rows(chunk);
        Map<ObjectKey, Long> numbers = numbers(chunk);
        List<AccountWork> works = new ArrayList<>();
        for (Asked asked : chunk) {
            ObjectKey mailbox = AccountRules.mailbox(asked.spec().key());
            AccountView view = new AccountView(
                    entries.getOrDefault(asked.spec().key(), Optional.empty()),
                    Optional.ofNullable(states.get(mailbox)),
                    rights.getOrDefault(mailbox, new MailboxRights(Map.of())),
                    rows.stream().filter(row -> isOf(row, asked)).toList(),
                    numbers);
            works.add(work(asked, view));
        }
        return withoutIdleRows(works);
    }

    private AccountWork work(Asked asked, AccountView view) {
        AccountSpec spec = passwords.complete(asked.spec(), asked.record(), view.rows());
        AccountSituation situation =
                new AccountSituation(spec, asked.record(), asked.wanted(), view, mailboxes.making(spec));
        AccountSteps plain = planner.plan(situation);
        AccountSteps steps = plain.withRows(logins.fill(spec.key(), plain.rows(), view.numbers()));
        return new AccountWork(asked.draft(), situation, asked.unknown(), steps, List.of());
    }

    private static boolean isOf(AttachedAccount row, Asked asked) {
        return row.is(asked.spec().primary())
                || asked.record()
                        .applied()
                        .map(AccountSpec::primary)
                        .filter(row::is)
                        .isPresent();
    }

    private Map<ObjectKey, Optional<AccountEntry>> entries(List<Asked> chunk) {
        List<ObjectKey> keys = chunk.stream().map(each -> each.spec().key()).toList();
        return rules.entries().map(entries -> entries.read(keys)).orElse(Map.of());
    }

    /** Of mailboxes that are there. */
    private Map<ObjectKey, MailboxRights> rights(Map<ObjectKey, TargetState> states) {
        List<ObjectKey> there = states.entrySet().stream()
                .filter(each -> each.getValue() instanceof TargetState.Present)
                .map(Map.Entry::getKey)
                .toList();
        return rules.access()
                .filter(any -> !there.isEmpty())
                .map(access -> access.rights(there))
                .orElse(Map.of());
    }

    private List<AttachedAccount> rows(List<Asked> chunk) {
        Set<MailAddress> addresses = new LinkedHashSet<>();
        chunk.forEach(each -> {
            addresses.add(each.spec().primary());
            each.record().applied().map(AccountSpec::primary).ifPresent(addresses::add);
        });
        return rules.rows()
                .filter(any -> !addresses.isEmpty())
                .map(rows -> rows.read(addresses, Set.of()))
                .orElse(List.of());
    }

    private Map<ObjectKey, Long> numbers(List<Asked> chunk) {
        Set<ObjectKey> people = new LinkedHashSet<>();
        chunk.forEach(each -> {
            people.addAll(each.wanted().keySet());
            people.addAll(each.record().granted().keySet());
        });
        return rules.rows()
                .filter(any -> !people.isEmpty())
                .map(rows -> rows.ids(people))
                .orElse(Map.of());
    }

    /** Asks the groupware which rows are otherwise than wanted; those of new accounts are. */
    private List<AccountWork> withoutIdleRows(List<AccountWork> works) {
        Map<ObjectKey, List<AccountPlan>> asked = new LinkedHashMap<>();
        works.stream()
                .filter(work -> work.record().applied().isPresent())
                .forEach(work -> asked.put(work.key(), work.steps().rows()));
        List<AccountPlan> plans =
                asked.values().stream().flatMap(Collection::stream).toList();
        List<AccountOutcome> outcomes =
                rules.rows().map(rows -> rows.examine(plans)).orElse(List.of());
        Map<ObjectKey, Boolean> idle = new HashMap<>();
        int next = 0;
        for (Map.Entry<ObjectKey, List<AccountPlan>> each : asked.entrySet()) {
            int end = Math.min(outcomes.size(), next + each.getValue().size());
            idle.put(each.getKey(), outcomes.subList(next, end).stream().allMatch(AccountRoom::isIdle));
            next = end;
        }
        return works.stream()
                .map(work -> idle.getOrDefault(work.key(), false) ? idle(work) : work)
                .toList();
    }

    private static boolean isIdle(AccountOutcome outcome) {
        return outcome.outcome() instanceof StepOutcome.Done
                && outcome.written().isEmpty();
    }

    private static AccountWork idle(AccountWork work) {
        AccountSteps steps = work.steps().withRows(List.of());
        return new AccountWork(work.draft(), work.situation(), work.unknown(), steps, work.losses());
    }
}
