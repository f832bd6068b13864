package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterDesk;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code addmembers2group} (whitepaper 3.5) and {@code addmembers2resgroup}. */
record AddMembers(RosterWords words, CommandModel model) implements RosterCommand {
    static AddMembers of(RosterWords words, String name, String group, String members) {
        CommandModel model = CommandModel.of(
                        name,
                        "Adds " + words.members() + " to a " + words.title(),
                        words.nameOption("The " + words.title() + " to change"),
                        words.membersOption("The " + words.members() + " to add"),
                        RosterWords.keepPartialOption())
                .withExamples(words.example(name, group, "--members=" + members));
        return new AddMembers(words, model);
    }

    @Override
    public String run(Call call, Sites sites) {
        ObjectKey key = words.key(call);
        Set<ObjectKey> named = AddRoster.members(call, words);
        try (RosterSite site = RosterSite.open(call, sites)) {
            Map<TargetName, RosterState.Present> before = site.present(key);
            Set<ObjectKey> members = site.existing(named);
            Set<ObjectKey> coming = coming(key, members, before);
            RosterPlan plan = RosterPlan.Change.coming(site.origin(), key, coming);
            return names(coming) + " added to the " + key + " in " + site.apply(RosterDesk.steps(plan, before))
                    + already(members, coming);
        }
    }

    private static Set<ObjectKey> coming(
            ObjectKey key, Set<ObjectKey> members, Map<TargetName, RosterState.Present> before) {
        if (before.values().stream().anyMatch(RosterState.Present::everybody)) {
            throw RosterSite.conflict("Everybody is in the " + key + " already: it is the primary group.");
        }
        Set<ObjectKey> coming = new LinkedHashSet<>(members);
        coming.removeIf(member ->
                before.values().stream().allMatch(state -> state.members().contains(member)));
        if (coming.isEmpty()) {
            throw RosterSite.conflict("In the " + key + " already: " + names(members) + ". Nothing was touched.");
        }
        return coming;
    }

    private static String already(Set<ObjectKey> members, Set<ObjectKey> coming) {
        Set<ObjectKey> there = new LinkedHashSet<>(members);
        there.removeAll(coming);
        return there.isEmpty() ? "" : " There already: " + names(there) + ".";
    }

    static String names(Set<ObjectKey> members) {
        return members.stream().map(ObjectKey::name).collect(Collectors.joining(", "));
    }
}
