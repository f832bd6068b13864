package dev.muster.provision;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.model.RosterDraft;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the way of a group, a resource or a resource group. For one thread. */
final class RosterJudge {
    private static final int MOST_NAMED = 20;

    private final RosterRules rules;
    /** Who holds the addresses in question, as text, by folded address. */
    private final Map<String, Set<String>> holders = new HashMap<>();

    /** @param works the chunk: what is asked of servers is asked for all of it at once */
    RosterJudge(RosterRules rules, List<RosterWork> works) {
        this.rules = rules;
        List<MailAddress> addresses =
                works.stream().flatMap(work -> newAddresses(work).stream()).toList();
        if (!addresses.isEmpty()) {
            rules.targets().holdersOf(addresses).forEach(holder -> hold(holder.held(), holder.name()));
            rules.people()
                    .holding(addresses)
                    .forEach(claims ->
                            hold(claims.mail().folded(), claims.userName().value()));
        }
    }

    /** Why it cannot even be planned. */
    static List<Problem> unplannable(RosterDraft draft, Map<TargetName, RosterState> states) {
        List<Problem> problems = new ArrayList<>();
        states.values().forEach(state -> {
            if (state instanceof RosterState.Unknown unknown) {
                problems.add(problem(draft, ErrorCode.NOT_THERE, "", unknown.reason(), "Then feed the row again."));
            }
        });
        return problems;
    }

    /** @param known who can be a member */
    List<Problem> problems(RosterWork work, Collection<ObjectKey> known) {
        List<Problem> problems = new ArrayList<>();
        RosterDraft draft = work.draft();
        if (!rules.kept(draft.key().kind())) {
            problems.add(problem(
                    draft,
                    ErrorCode.CONFIGURATION_INVALID,
                    "",
                    "No back-end of this site keeps a " + draft.key().kind() + ".",
                    "Configure ldap or groupware, or take the row out."));
        }
        if (isPrimary(work) && !work.steps().isEmpty()) {
            problems.add(problem(
                    draft,
                    ErrorCode.PROTECTED,
                    "",
                    "The " + draft.key() + " is the primary group: everybody is in it, and Muster never changes it.",
                    "Take the row out."));
        }
        members(work, known, problems);
        newAddresses(work).forEach(address -> address(draft, address, problems));
        return problems;
    }

    private static void members(RosterWork work, Collection<ObjectKey> known, List<Problem> problems) {
        RosterDraft draft = work.draft();
        Set<ObjectKey> unknown = new LinkedHashSet<>(work.coming());
        unknown.removeAll(Set.copyOf(known));
        if (!unknown.isEmpty()) {
            problems.add(unknownMembers(draft, unknown));
        }
        boolean isEmpty = draft.members().orElse(Set.of()).isEmpty();
        if (work.kind() == PlanKind.CREATE && draft.key().kind() == ObjectKey.Kind.RESOURCE_GROUP && isEmpty) {
            problems.add(problem(
                    draft,
                    ErrorCode.VALUE_MISSING,
                    "members",
                    "The new " + draft.key() + " has no resource.",
                    "Name at least one."));
        }
    }

    static Problem unknownMembers(RosterDraft draft, Set<ObjectKey> unknown) {
        String names = unknown.stream().limit(MOST_NAMED).map(ObjectKey::name).collect(Collectors.joining(", "));
        String more = unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
        return problem(
                draft,
                ErrorCode.MEMBER_UNKNOWN,
                "members",
                "The " + draft.key() + " cannot have " + names + more + " as a member: neither the back-ends nor this"
                        + " source's feeds have such a " + draft.key().kind().ofMembers() + ".",
                "Create it first, or leave the name out.");
    }

    private void address(RosterDraft draft, MailAddress address, List<Problem> problems) {
        Set<String> others = new LinkedHashSet<>(holders.getOrDefault(address.folded(), Set.of()));
        others.removeIf(draft.key().toString()::equalsIgnoreCase);
        if (!others.isEmpty()) {
            problems.add(problem(
                    draft,
                    ErrorCode.ADDRESS_HELD,
                    Field.MAIL.name(),
                    "The address " + address + " is held by " + String.join(", ", others) + ".",
                    "Give the " + draft.key().kind() + " another address."));
        }
    }

    private static boolean isPrimary(RosterWork work) {
        return work.states().values().stream()
                .anyMatch(state -> state instanceof RosterState.Present present && present.everybody());
    }

    /** The addresses that some target does not have yet. */
    private static Set<MailAddress> newAddresses(RosterWork work) {
        Set<MailAddress> addresses = new LinkedHashSet<>();
        work.steps().values().forEach(step -> {
            if (step instanceof RosterPlan.Create create) {
                create.spec().first(Field.MAIL).map(MailAddress::of).ifPresent(addresses::add);
            } else if (step instanceof RosterPlan.Change change) {
                change.changes().stream()
                        .filter(each -> each.field().equals(Field.MAIL))
                        .forEach(each -> each.to().forEach(to -> addresses.add(MailAddress.of(to))));
            }
        });
        return addresses;
    }

    private void hold(String address, String holder) {
        holders.computeIfAbsent(address, any -> new LinkedHashSet<>()).add(holder);
    }

    private static Problem problem(RosterDraft draft, ErrorCode code, String field, String reason, String suggestion) {
        return new Problem(draft.origin(), code, field, reason, suggestion);
    }
}
