package dev.muster.legacy;

import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterDesk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code addgroup} (whitepaper 3.3), {@code addresource} and {@code addresourcegroup}. */
record AddRoster(RosterWords words, CommandModel model) implements RosterCommand {
    private static final Map<String, String> SWITCH = Map.of("yes", "yes", "true", "yes", "no", "no", "false", "no");

    static AddRoster group() {
        CommandModel model = CommandModel.of(
                        "addgroup",
                        "Adds a group",
                        RosterWords.GROUP.nameOption("The new group's name"),
                        RosterWords.GROUP.membersOption("The users who are to be in it, at least one"),
                        Option.optional("displayname", "TEXT", "What the groupware calls it; its name unless given"),
                        Option.optional("description", "TEXT", "What it is for; kept in the directory"),
                        RosterWords.keepPartialOption())
                .withExamples(RosterWords.GROUP.example("addgroup", "testgroup", "--members=sm,smtest"));
        return new AddRoster(RosterWords.GROUP, model);
    }

    static AddRoster resource() {
        CommandModel model = CommandModel.of(
                        "addresource",
                        "Adds a resource: a room, a car",
                        RosterWords.RESOURCE.nameOption("The new resource's name"),
                        Option.optional("mail", "ADDRESS", "Its mail address").once("email"),
                        Option.optional("displayname", "TEXT", "What users see; its name unless given"),
                        Option.optional("description", "TEXT", "What it is"),
                        availability(),
                        RosterWords.keepPartialOption())
                .withExamples(RosterWords.RESOURCE.example("addresource", "room1", "--mail=room1@test.tux"));
        return new AddRoster(RosterWords.RESOURCE, model);
    }

    static AddRoster resourceGroup() {
        CommandModel model = CommandModel.of(
                        "addresourcegroup",
                        "Adds a resource group",
                        RosterWords.RESOURCE_GROUP.nameOption("The new resource group's name"),
                        RosterWords.RESOURCE_GROUP.membersOption("The resources that are to be in it, at least one"),
                        Option.optional("mail", "ADDRESS", "Its mail address").once("email"),
                        Option.optional("displayname", "TEXT", "What users see"),
                        Option.optional("description", "TEXT", "What it is for"),
                        availability(),
                        RosterWords.keepPartialOption())
                .withExamples(RosterWords.RESOURCE_GROUP.example("addresourcegroup", "rooms", "--members=room1"));
        return new AddRoster(RosterWords.RESOURCE_GROUP, model);
    }

    @Override
    public String run(Call call, Sites sites) {
        try (RosterSite site = RosterSite.open(call, sites)) {
            RosterSpec asked = spec(call, site);
            Map<TargetName, RosterState> states = site.states(asked.key());
            Map<TargetName, RosterState> missing = missing(call, asked.key(), states);
            RosterSpec spec = asked.withMembers(site.existing(asked.members()));
            if (missing.size() == states.size()) {
                spec.first(Field.MAIL).map(MailAddress::of).ifPresent(site::requireFree);
            }
            RosterPlan plan = new RosterPlan.Create(spec, site.claims(spec.key().kind()));
            return "The " + spec.key() + " was added to " + site.apply(RosterDesk.steps(plan, missing));
        }
    }

    /** It is added where the process that was killed had not yet added it. */
    @Override
    public String finish(Call call, Sites sites) {
        return run(call.with(RosterWords.KEEP_PARTIAL, ""), sites);
    }

    private static Option availability() {
        return Option.optional("available", "yes|no", "Whether it can be booked; yes unless given")
                .once("av");
    }

    /** Where it is to be made: everywhere, or, on the way to finish an earlier call, where it is not. */
    private static Map<TargetName, RosterState> missing(Call call, ObjectKey key, Map<TargetName, RosterState> states) {
        Map<TargetName, RosterState> missing = new TreeMap<>(states);
        missing.keySet().retainAll(RosterSite.absent(states));
        boolean finishing = call.has(RosterWords.KEEP_PARTIAL) && !missing.isEmpty();
        if (missing.size() < states.size() && !finishing) {
            Map<TargetName, RosterState> there = new TreeMap<>(states);
            there.keySet().removeAll(missing.keySet());
            String advice = missing.isEmpty()
                    ? ""
                    : " --" + RosterWords.KEEP_PARTIAL + " adds it to " + RosterSite.names(missing.keySet()) + ".";
            throw RosterSite.conflict("The " + key + " exists already (" + RosterSite.names(there.keySet())
                    + "). Nothing was touched." + advice);
        }
        return missing;
    }

    private RosterSpec spec(Call call, RosterSite site) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        for (Field field : RosterWords.FIELDS) {
            call.value(field.name()).ifPresent(value -> values.put(field, List.of(value)));
        }
        values.computeIfPresent(Field.AVAILABLE, (field, given) -> List.of(availability(given.get(0))));
        try {
            call.value(Field.MAIL.name()).ifPresent(MailAddress::of);
            return new RosterSpec(site.origin(), words.key(call), values, members(call, words));
        } catch (IllegalArgumentException wrong) {
            throw Call.misused(wrong.getMessage() + " Nothing was touched.");
        }
    }

    private static String availability(String given) {
        String value = SWITCH.get(given.strip().toLowerCase(Locale.ROOT));
        if (value == null) {
            throw Call.misused("--available: yes or no is wanted, not '" + given + "'.");
        }
        return value;
    }

    /** The members that the call names, each once; at least one where the kind has members. */
    static Set<ObjectKey> members(Call call, RosterWords words) {
        if (!words.kind().hasMembers()) {
            return Set.of();
        }
        Set<ObjectKey> members = call.list(RosterWords.MEMBERS).stream()
                .map(name -> new ObjectKey(words.kind().ofMembers(), name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (members.isEmpty()) {
            throw Call.misused("--" + RosterWords.MEMBERS + " names nobody: at least one of the " + words.members()
                    + " is wanted.");
        }
        return members;
    }
}
