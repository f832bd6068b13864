package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterDesk;
import dev.muster.provision.RosterStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code delgroup} (whitepaper 3.4), {@code delresource} and {@code delresourcegroup}: never the members. */
record DeleteRoster(RosterWords words, CommandModel model) implements RosterCommand {
    static DeleteRoster of(RosterWords words, String example) {
        String name = words.deletingCommand();
        CommandModel model = CommandModel.of(
                        name,
                        "Deletes a " + words.title() + (words.kind().hasMembers() ? ", not its members" : ""),
                        words.nameOption("The " + words.title() + " to delete"),
                        RosterWords.keepPartialOption())
                .withExamples(words.example(name, example, ""));
        return new DeleteRoster(words, model);
    }

    @Override
    public String run(Call call, Sites sites) {
        ObjectKey key = words.key(call);
        try (RosterSite site = RosterSite.open(call, sites)) {
            Map<TargetName, RosterState> there = there(key, site);
            List<RosterStep> steps = new ArrayList<>();
            List<String> emptied = leave(key, site, steps);
            steps.addAll(RosterDesk.steps(new RosterPlan.Delete(site.origin(), key), there));
            String answer = "The " + key + " was deleted from " + site.apply(steps);
            return emptied.isEmpty()
                    ? answer
                    : answer + " Without members now: resource group " + String.join(", ", emptied) + ".";
        }
    }

    /** What is left of it: an earlier call, or somebody else, may have deleted a part. */
    private static Map<TargetName, RosterState> there(ObjectKey key, RosterSite site) {
        Map<TargetName, RosterState> there = new TreeMap<>(site.states(key));
        there.keySet().removeAll(RosterSite.absent(there));
        if (there.isEmpty()) {
            throw RosterSite.conflict("The " + key + " does not exist.");
        }
        for (RosterState state : there.values()) {
            if (state instanceof RosterState.Present present && present.everybody()) {
                throw RosterSite.conflict("The " + key + " is everybody's primary group and stays.");
            }
        }
        return there;
    }

    /** Takes a resource out of its groups; answers which of them are without members then. */
    private static List<String> leave(ObjectKey key, RosterSite site, List<RosterStep> steps) {
        List<String> emptied = new ArrayList<>();
        if (key.kind() != ObjectKey.Kind.RESOURCE) {
            return emptied;
        }
        site.membershipsOf(key).forEach((target, groups) -> {
            for (ObjectKey group : groups) {
                RosterState before = site.states(group).getOrDefault(target, new RosterState.Absent());
                steps.add(new RosterStep(target, RosterPlan.Change.going(site.origin(), group, Set.of(key)), before));
                if (before instanceof RosterState.Present present
                        && present.members().size() == 1) {
                    emptied.add(group.name());
                }
            }
        });
        return emptied;
    }
}
