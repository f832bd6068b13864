package dev.muster.cli;

import dev.muster.ledger.PlanRow;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.RosterPlan;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.provision.PlannedAccount;
import dev.muster.provision.PlannedRow;
import dev.muster.provision.RosterWork;
import dev.muster.report.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One row of a plan as a JSON object on one line: what it is about, and every field that is to become something else, with
 * the targets concerned. Of {@code members}, those who go stand in {@code from} and those who come in {@code to}. Secrets
 * are stars. For one row.
 */
final class PlanJson {
    private static final Field MEMBERS = Field.of("members");
    private static final List<String> STARS = List.of("********");
    private final Map<FieldChange, Set<String>> fields = new LinkedHashMap<>();

    private PlanJson() {}

    static String of(PlannedRow.Ready ready) {
        PlanJson json = new PlanJson();
        ready.plan().stages().forEach(stage -> stage.forEach(json::step));
        return json.line(ready.draft().origin(), ready.toRecord());
    }

    static String of(RosterWork work) {
        PlanJson json = new PlanJson();
        work.steps().forEach(json::step);
        return json.line(work.draft().origin(), work.toRecord());
    }

    /** Of a shared account the plan tells the fields that change, not their values. */
    static String of(PlannedAccount.Ready ready) {
        PlanJson json = new PlanJson();
        ready.row().changes().forEach(digest -> {
            String[] words = digest.split(" ", 3);
            json.fields
                    .computeIfAbsent(new FieldChange(Field.of(words[1]), List.of(), List.of()), any -> new TreeSet<>())
                    .add(words[0]);
        });
        return json.line(ready.origin(), ready.row());
    }

    private void step(TargetName target, TargetPlan step) {
        if (step instanceof TargetPlan.Create create) {
            create.spec().values().forEach((field, values) -> add(target, field, List.of(), values));
            if (!(create.spec().password() instanceof Password.Keep)) {
                add(target, Field.PASSWORD, List.of(), STARS);
            }
        } else if (step instanceof TargetPlan.Change change) {
            change.changes().forEach(each -> add(target, each));
        }
    }

    private void step(TargetName target, RosterPlan step) {
        if (step instanceof RosterPlan.Create create) {
            create.spec().values().forEach((field, values) -> add(target, field, List.of(), values));
            members(target, Set.of(), create.spec().members());
        } else if (step instanceof RosterPlan.Change change) {
            change.changes().forEach(each -> add(target, each));
            members(target, change.going(), change.coming());
        }
    }

    private void members(TargetName target, Set<ObjectKey> going, Set<ObjectKey> coming) {
        if (!going.isEmpty() || !coming.isEmpty()) {
            add(target, MEMBERS, names(going), names(coming));
        }
    }

    private static List<String> names(Collection<ObjectKey> keys) {
        return keys.stream().map(ObjectKey::name).sorted().toList();
    }

    private void add(TargetName target, FieldChange change) {
        add(target, change.field(), change.from(), change.to());
    }

    private void add(TargetName target, Field field, List<String> from, List<String> to) {
        FieldChange shown =
                isSecret(field) ? new FieldChange(field, List.of(), STARS) : new FieldChange(field, from, to);
        fields.computeIfAbsent(shown, any -> new TreeSet<>()).add(target.toString());
    }

    /** The password, and attributes of the directory that are one by their name. */
    private static boolean isSecret(Field field) {
        return field.name().contains("passw") && !field.equals(Field.CHANGE_PASSWORD);
    }

    private String line(Origin origin, PlanRow row) {
        return "{\"file\":%s,\"line\":%d,\"kind\":\"%s\",\"object\":%s,\"name\":%s,\"identity\":%s,\"fields\":[%s]}"
                .formatted(
                        Json.quoted(origin.file()),
                        origin.line(),
                        row.kind(),
                        Json.quoted(row.object().toString()),
                        Json.quoted(row.userName()),
                        Json.quoted(row.identity()),
                        fields.entrySet().stream()
                                .map(each -> field(each.getKey(), each.getValue()))
                                .collect(Collectors.joining(",")));
    }

    private static String field(FieldChange change, Set<String> targets) {
        return "{\"field\":%s,\"from\":%s,\"to\":%s,\"targets\":%s}"
                .formatted(
                        Json.quoted(change.field().name()), array(change.from()), array(change.to()), array(targets));
    }

    private static String array(Collection<String> texts) {
        return texts.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
