package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterDesk;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code delmembersfromgroup} (whitepaper 3.6) and {@code delmembersfromresgroup}: never the last member. */
record RemoveMembers(RosterWords words, CommandModel model) implements RosterCommand {
    static RemoveMembers of(RosterWords words, String name, String group, String members) {
        CommandModel model = CommandModel.of(
                        name,
                        "Removes " + words.members() + " from a " + words.title() + "; the last one stays",
                        words.nameOption("The " + words.title() + " to change"),
                        words.membersOption("The " + words.members() + " to remove"),
                        RosterWords.keepPartialOption())
                .withExamples(words.example(name, group, "--members=" + members));
        return new RemoveMembers(words, model);
    }

    @Override
    public String run(Call call, Sites sites) {
        ObjectKey key = words.key(call);
        Set<ObjectKey> members = AddRoster.members(call, words);
        try (RosterSite site = RosterSite.open(call, sites)) {
            Map<TargetName, RosterState.Present> before = site.present(key);
            Set<ObjectKey> going = going(key, members, before);
            before.values().forEach(state -> requireSomebodyStays(key, going, state));
            RosterPlan plan = RosterPlan.Change.going(site.origin(), key, going);
            return AddMembers.names(going) + " removed from the " + key + " in "
                    + site.apply(RosterDesk.steps(plan, before)) + strangers(members, going);
        }
    }

    private static Set<ObjectKey> going(
            ObjectKey key, Set<ObjectKey> members, Map<TargetName, RosterState.Present> before) {
        if (before.values().stream().anyMatch(RosterState.Present::everybody)) {
            throw RosterSite.conflict("Nobody leaves the " + key + ": it is everybody's primary group.");
        }
        Set<ObjectKey> going = new LinkedHashSet<>(members);
        going.removeIf(member ->
                before.values().stream().noneMatch(state -> state.members().contains(member)));
        if (going.isEmpty()) {
            throw RosterSite.conflict(
                    "Not in the " + key + ": " + AddMembers.names(members) + ". Nothing was touched.");
        }
        return going;
    }

    private void requireSomebodyStays(ObjectKey key, Set<ObjectKey> going, RosterState.Present state) {
        if (!state.members().isEmpty() && going.containsAll(state.members())) {
            throw RosterSite.conflict("The " + key + " would be left without members. Nothing was touched; "
                    + words.deletingCommand() + " deletes it.");
        }
    }

    private static String strangers(Set<ObjectKey> members, Set<ObjectKey> going) {
        Set<ObjectKey> strangers = new LinkedHashSet<>(members);
        strangers.removeAll(going);
        return strangers.isEmpty() ? "" : " Were not in it: " + AddMembers.names(strangers) + ".";
    }
}
