package dev.muster.provision;

import dev.muster.model.AccountOutcome;
import dev.muster.model.AccountPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.plan.AccountSteps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes shared accounts through the targets: the directory's object, the mailbox, the rights on it, then the addresses
 * that people lose to it, and at last their rows. Whoever fails in one step goes to none of the later ones. Used once, by
 * one thread.
 */
final class AccountWriting {
    private final AccountRules rules;
    private final Map<ObjectKey, AccountWork> works = new LinkedHashMap<>();
    private final Map<ObjectKey, Map<TargetName, StepOutcome>> outcomes = new LinkedHashMap<>();
    private final Map<ObjectKey, List<Problem>> refusals = new LinkedHashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> refused = new LinkedHashMap<>();
    private final Map<Long, Origin> changed = new LinkedHashMap<>();

    AccountWriting(AccountRules rules, List<AccountWork> works) {
        this.rules = rules;
        works.forEach(work -> {
            this.works.put(work.key(), work);
            outcomes.put(work.key(), new EnumMap<>(TargetName.class));
            refusals.put(work.key(), new ArrayList<>());
            refused.put(work.key(), new LinkedHashSet<>());
        });
    }

    /** @throws dev.muster.target.TargetException if a target cannot be used; some of the works may have been done */
    void run() {
        rules.entries()
                .ifPresent(entries -> step(TargetName.LDAP, Function.identity(), AccountSteps::entry, entries::apply));
        rules.mailboxes()
                .ifPresent(
                        target -> step(TargetName.IMAP, AccountRules::mailbox, AccountSteps::mailbox, target::apply));
        rules.access()
                .ifPresent(access -> step(TargetName.IMAP, AccountRules::mailbox, AccountSteps::access, access::grant));
        for (TargetName target : List.of(TargetName.LDAP, TargetName.GROUPWARE)) {
            takeOver(target);
        }
        rows();
    }

    private <P> void step(
            TargetName target,
            Function<ObjectKey, ObjectKey> name,
            Function<AccountSteps, Optional<P>> which,
            Function<List<P>, Map<ObjectKey, StepOutcome>> write) {
        List<P> plans = new ArrayList<>();
        Map<ObjectKey, ObjectKey> names = new LinkedHashMap<>();
        works.values()
                .forEach(work -> which.apply(work.steps()).ifPresent(plan -> {
                    if (goesOn(work.key(), target)) {
                        plans.add(plan);
                        names.put(name.apply(work.key()), work.key());
                    }
                }));
        if (!plans.isEmpty()) {
            write.apply(plans).forEach((key, outcome) -> note(names.getOrDefault(key, key), target, outcome));
        }
    }

    /** Each person is written once, whatever she loses; she who is refused stops the accounts that wait for her address. */
    private void takeOver(TargetName target) {
        Map<ObjectKey, Set<ObjectKey>> waiting = new LinkedHashMap<>();
        Map<ObjectKey, Set<MailAddress>> lost = new LinkedHashMap<>();
        Map<ObjectKey, AddressLoss> people = new LinkedHashMap<>();
        works.values()
                .forEach(work -> work.losses().stream()
                        .filter(loss -> loss.target() == target && goesOn(work.key(), target))
                        .forEach(loss -> {
                            people.put(loss.person(), loss);
                            waiting.computeIfAbsent(loss.person(), any -> new LinkedHashSet<>())
                                    .add(work.key());
                            lost.computeIfAbsent(loss.person(), any -> new LinkedHashSet<>())
                                    .add(loss.address());
                        }));
        List<TargetPlan> plans = new ArrayList<>();
        people.forEach((person, loss) -> Optional.ofNullable(waiting.get(person))
                .flatMap(keys -> keys.stream().findFirst())
                .flatMap(key -> Optional.ofNullable(works.get(key)))
                .ifPresent(work -> plans.add(loss.plan(work.spec().origin(), lost.getOrDefault(person, Set.of())))));
        Optional.ofNullable(rules.targets().all().get(target))
                .filter(any -> !plans.isEmpty())
                .ifPresent(open -> open.apply(plans)
                        .forEach((person, outcome) ->
                                waiting.getOrDefault(person, Set.of()).forEach(key -> note(key, target, outcome))));
    }

    private void rows() {
        List<AccountPlan> plans = new ArrayList<>();
        List<ObjectKey> owners = new ArrayList<>();
        works.values().stream()
                .filter(work -> !work.steps().rows().isEmpty() && goesOn(work.key(), TargetName.GROUPWARE))
                .forEach(work -> filled(work).forEach(plan -> {
                    plans.add(plan);
                    owners.add(work.key());
                }));
        if (plans.isEmpty()) {
            return;
        }
        List<AccountOutcome> answers =
                rules.rows().map(rows -> rows.apply(plans)).orElse(List.of());
        for (int i = 0; i < answers.size(); i++) {
            heard(plans.get(i), answers.get(i));
            if (isForSomeAlone(plans.get(i), answers.get(i).outcome())) {
                oneByOne(owners.get(i), (AccountPlan.Settle) plans.get(i));
            } else {
                note(owners.get(i), TargetName.GROUPWARE, answers.get(i).outcome());
            }
        }
    }

    /** A new account has its place in the directory only now. Who lacks a login is left out. */
    private List<AccountPlan> filled(AccountWork work) {
        List<AccountPlan> rows = new RowLogins(rules)
                .fill(work.key(), work.steps().rows(), work.view().numbers());
        List<AccountPlan> good = new ArrayList<>();
        for (AccountPlan plan : rows) {
            if (RowLogins.isOpen(plan)) {
                refuse(work.key(), RowLogins.lack(work, plan), plan.members());
            } else {
                good.add(plan);
            }
        }
        return good;
    }

    private static boolean isForSomeAlone(AccountPlan plan, StepOutcome outcome) {
        return plan instanceof AccountPlan.Settle
                && outcome instanceof StepOutcome.Failed failed
                && Set.of(ErrorCode.ADDRESS_HELD, ErrorCode.MEMBER_UNKNOWN, ErrorCode.NOT_THERE)
                        .contains(failed.problem().code());
    }

    /** What stands in the way of one member is no reason for the others not to get the account. */
    private void oneByOne(ObjectKey owner, AccountPlan.Settle plan) {
        List<AccountPlan.Settle> each = plan.members().stream()
                .sorted()
                .map(member -> new AccountPlan.Settle(plan.origin(), plan.account(), plan.former(), Set.of(member)))
                .toList();
        List<AccountOutcome> answers =
                rules.rows().map(rows -> rows.apply(each)).orElse(List.of());
        note(owner, TargetName.GROUPWARE, StepOutcome.Done.plainly());
        for (int i = 0; i < answers.size(); i++) {
            heard(each.get(i), answers.get(i));
            if (answers.get(i).outcome() instanceof StepOutcome.Failed failed) {
                refuse(owner, failed.problem(), each.get(i).members());
            } else {
                note(owner, TargetName.GROUPWARE, answers.get(i).outcome());
            }
        }
    }

    private void heard(AccountPlan plan, AccountOutcome answer) {
        answer.written().forEach(number -> changed.putIfAbsent(number, plan.origin()));
    }

    /** The numbers of those whose accounts in the groupware are others now, and where that was asked for. */
    Map<Long, Origin> changed() {
        return changed;
    }

    private void refuse(ObjectKey owner, Problem problem, Set<Long> members) {
        refusals.getOrDefault(owner, new ArrayList<>()).add(problem);
        Optional.ofNullable(works.get(owner))
                .ifPresent(work -> work.view().numbers().forEach((person, number) -> {
                    if (members.contains(number)) {
                        refused.getOrDefault(owner, new LinkedHashSet<>()).add(person);
                    }
                }));
    }

    /** Whether the account may go to this target; if not, that is noted. */
    private boolean goesOn(ObjectKey key, TargetName target) {
        Optional<TargetName> stopped = of(key).entrySet().stream()
                .filter(each -> !(each.getValue() instanceof StepOutcome.Done))
                .map(Map.Entry::getKey)
                .findFirst();
        stopped.ifPresent(because -> of(key).putIfAbsent(target, new StepOutcome.Aborted(because)));
        return stopped.isEmpty();
    }

    /** What failed once in a target stays so. */
    private void note(ObjectKey key, TargetName target, StepOutcome outcome) {
        of(key).merge(target, outcome, (before, now) -> before instanceof StepOutcome.Done ? now : before);
    }

    /** Whether every step was done, single members in the last one perhaps excepted. */
    boolean isThrough(ObjectKey key) {
        return of(key).values().stream().allMatch(StepOutcome.Done.class::isInstance);
    }

    /** Members who could not be given the account. */
    Set<ObjectKey> refused(ObjectKey key) {
        return refused.getOrDefault(key, Set.of());
    }

    /** Such as {@code LDAP=done IMAP=failed}. */
    String targets(ObjectKey key) {
        return of(key).entrySet().stream()
                .map(each -> each.getKey() + "="
                        + (each.getKey() == TargetName.GROUPWARE
                                        && !refusals.getOrDefault(key, List.of())
                                                .isEmpty()
                                ? "failed"
                                : each.getValue().getClass().getSimpleName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    /** Why it did not succeed; empty if it did. */
    List<Problem> problems(ObjectKey key) {
        List<Problem> problems = new ArrayList<>(refusals.getOrDefault(key, List.of()));
        of(key).values().forEach(outcome -> {
            if (outcome instanceof StepOutcome.Failed failed) {
                problems.add(failed.problem());
            } else if (outcome instanceof StepOutcome.Unknown unknown) {
                problems.add(unknown.problem());
            }
        });
        return problems;
    }

    private Map<TargetName, StepOutcome> of(ObjectKey key) {
        return outcomes.computeIfAbsent(key, any -> new EnumMap<>(TargetName.class));
    }
}
