package dev.muster.provision;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountMember;
import dev.muster.model.AccountRecord;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.provision.AddressDesk.Held;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the way of shared accounts. Used once, for a chunk; for one thread. */
final class AccountJudge {
    private static final int MOST_NAMED = 20;

    private final AccountRules rules;
    private final AddressDesk addresses;
    /** Of the chunk's keys, those that are user names. */
    private final Set<ObjectKey> people = new LinkedHashSet<>();

    AccountJudge(AccountRules rules, Collection<AccountWork> works) {
        this.rules = rules;
        this.addresses = new AddressDesk(rules, works);
        List<UserName> fresh = works.stream()
                .filter(work -> !work.record().claimed())
                .map(work -> work.key().userName())
                .toList();
        if (!fresh.isEmpty()) {
            rules.rosters().people().claimed(fresh).forEach(name -> people.add(ObjectKey.user(name)));
            rules.targets()
                    .readForJoiners(fresh.stream().map(ObjectKey::user).toList())
                    .forEach((person, states) -> {
                        if (states.values().stream().anyMatch(TargetState.Present.class::isInstance)) {
                            people.add(person);
                        }
                    });
        }
    }

    /** Why it cannot even be looked at. */
    static List<Problem> unplannable(AccountDraft draft, AccountRecord record, String source) {
        List<Problem> problems = new ArrayList<>();
        if (!record.source().equals(source)) {
            problems.add(problem(
                    draft,
                    ErrorCode.NOT_OURS,
                    "",
                    "The " + draft.key() + " was given by the source " + record.source() + ", not by " + source + ".",
                    "Change it there, or give this account another key."));
        }
        if (record.applied().isEmpty() && draft.addresses().isEmpty()) {
            problems.add(problem(
                    draft,
                    ErrorCode.VALUE_MISSING,
                    "primaryaddress",
                    "The new " + draft.key() + " has no address.",
                    "Give it a default address."));
        }
        return problems;
    }

    /** Everything that keeps the account from being carried out. */
    List<Problem> problems(AccountWork work) {
        List<Problem> problems = new ArrayList<>();
        if (!work.unknown().isEmpty()) {
            problems.add(unknownMembers(work.draft(), work.unknown()));
        }
        if (!work.record().claimed()) {
            strangers(work, problems);
        }
        mailbox(work, problems);
        List<Held> held = addresses.of(work);
        held.stream()
                .map(Held::address)
                .distinct()
                .forEach(address -> address(
                                work,
                                held.stream()
                                        .filter(one -> one.address().equals(address))
                                        .toList())
                        .ifPresent(problems::add));
        return problems;
    }

    /** Who is to lose an address, where the row allows it. */
    List<AddressLoss> losses(AccountWork work) {
        return work.spec().wishes().takeOver()
                ? addresses.of(work).stream()
                        .flatMap(held -> held.loss().stream())
                        .toList()
                : List.of();
    }

    static Problem unknownMembers(AccountDraft draft, Collection<ObjectKey> unknown) {
        String names = unknown.stream()
                .limit(MOST_NAMED)
                .map(who -> who.equals(AccountMember.EVERYBODY) ? "everybody" : who.toString())
                .sorted()
                .collect(Collectors.joining(", "));
        String more = unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
        String reason = unknown.contains(AccountMember.EVERYBODY)
                ? "only the groupware tells who everybody is, and this site has none"
                : "neither the back-ends nor this source's feeds have such members";
        return problem(
                draft,
                ErrorCode.MEMBER_UNKNOWN,
                "members",
                "The " + draft.key() + " cannot be shared with " + names + more + ": " + reason + ".",
                "Create them first, or leave the names out.");
    }

    /** What is there already and was not made for this account. */
    private void strangers(AccountWork work, List<Problem> problems) {
        ObjectKey mailbox = AccountRules.mailbox(work.key());
        if (people.contains(mailbox)) {
            problems.add(notOurs(work, "its mailbox would be that of the " + mailbox, "Give the account another key."));
            return;
        }
        if (work.view().entry().isPresent() && !adopts("username")) {
            problems.add(
                    notOurs(work, "the directory has such an object", "Import with --adopt=username to take it over."));
        }
        boolean mailboxThere = work.view().mailbox().orElse(new TargetState.Absent()) instanceof TargetState.Present;
        if (mailboxThere && rules.written().contains(TargetName.IMAP) && !adopts("mailbox")) {
            problems.add(notOurs(
                    work,
                    "the mail server has a mailbox " + work.key().name(),
                    "Import with --adopt=mailbox to take it over with its mail."));
        }
        if (!work.view().rows().isEmpty() && !adopts("mail")) {
            problems.add(notOurs(
                    work,
                    work.view().rows().size() + " people have the address "
                            + work.spec().primary() + " among their accounts",
                    "Import with --adopt=mail to take it over."));
        }
    }

    private boolean adopts(String field) {
        return rules.house().adopt().contains(field);
    }

    private static Problem notOurs(AccountWork work, String what, String advice) {
        return problem(
                work.draft(),
                ErrorCode.NOT_OURS,
                "",
                "The " + work.key() + " is not this source's: " + what + ".",
                advice);
    }

    private void mailbox(AccountWork work, List<Problem> problems) {
        Optional<TargetState> state = work.view().mailbox();
        if (state.isPresent() && state.get() instanceof TargetState.Unknown unknown) {
            problems.add(problem(work.draft(), ErrorCode.NOT_THERE, "", unknown.reason(), "Then feed the row again."));
        }
        if (state.isPresent()
                && state.get() instanceof TargetState.Absent
                && !rules.written().contains(TargetName.IMAP)
                && work.kind() != PlanKind.UNCHANGED) {
            problems.add(problem(
                    work.draft(),
                    ErrorCode.NOT_THERE,
                    "",
                    "The " + work.key() + " has no mailbox " + work.key().name()
                            + " on the mail server, and this run does not write there.",
                    "Make the mailbox first, or let this run write the mail server (--only)."));
        }
    }

    private static Optional<Problem> address(AccountWork work, List<Held> held) {
        boolean takes = work.spec().wishes().takeOver();
        List<Held> kept =
                held.stream().filter(one -> !takes || one.loss().isEmpty()).toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        boolean allAliases = kept.stream().allMatch(one -> one.loss().isPresent());
        String who = kept.stream().map(Held::who).distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return Optional.of(problem(
                work.draft(),
                ErrorCode.ADDRESS_HELD,
                "addresses",
                "The " + work.key() + " cannot have the address " + kept.get(0).address() + ": it is held by " + who
                        + ".",
                allAliases
                        ? "Set takeover to true: then those aliases are taken away once the mailbox is there."
                        : "Give the account another address, or take this one from its holder first; a primary address"
                                + " is never taken over."));
    }

    private static Problem problem(AccountDraft draft, ErrorCode code, String field, String reason, String suggestion) {
        return new Problem(draft.origin(), code, field, reason, suggestion);
    }
}
