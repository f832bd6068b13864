package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The least that has to be modified in an entry as it is now. Values that nobody planned stay; what is there already is
 * left alone, so that the second time nothing is left to do.
 */
final class EntryChange {
    private static final String OBJECT_CLASS = "objectClass";

    private final PersonMapping mapping;
    private final AttributeNames names;
    private final LdapPerson person;

    EntryChange(PersonMapping mapping, AttributeNames names, LdapPerson person) {
        this.mapping = mapping;
        this.names = names;
        this.person = person;
    }

    /** What the planned changes come to in this entry. */
    List<Modification> of(TargetPlan.Change plan, Entry actual) {
        List<Modification> modifications = new ArrayList<>();
        if (plan.changes().stream().anyMatch(change -> change.field().equals(Field.KEY))) {
            complete(plan, actual, modifications);
        }
        plan.changes().forEach(change -> {
            ask(plan, change, actual, modifications);
            follow(plan, change, actual, modifications);
        });
        return modifications;
    }

    /** What a person's entry lacks that was made for the same claims before. */
    List<Modification> missing(TargetPlan.Specified plan, Entry actual) {
        List<Modification> modifications = new ArrayList<>();
        complete(plan, actual, modifications);
        mapping.asked(plan.spec())
                .forEach((name, values) ->
                        replace(name, List.of(), values, actual).forEach(modifications::add));
        if (!actual.hasAttribute(mapping.passwordAttribute())) {
            setPassword(plan, modifications);
        }
        return modifications;
    }

    /** An entry that becomes ours gets what ours have: their classes, and the attributes that those demand. */
    private void complete(TargetPlan.Specified plan, Entry actual, List<Modification> modifications) {
        List<String> classes = without(person.objectClasses(), values(actual, OBJECT_CLASS));
        if (classes.isEmpty()) {
            return;
        }
        modifications.add(new Modification(ModificationType.ADD, OBJECT_CLASS, classes.toArray(String[]::new)));
        Collection<String> asked = mapping.asked(plan.spec()).keySet();
        mapping.wanted(plan).forEach((name, values) -> {
            if (!actual.hasAttribute(name) && !asked.contains(name)) {
                modifications.add(new Modification(ModificationType.ADD, name, values.toArray(String[]::new)));
            }
        });
    }

    private void ask(TargetPlan.Specified plan, FieldChange change, Entry actual, List<Modification> modifications) {
        if (change.field().equals(Field.PASSWORD)) {
            setPassword(plan, modifications);
            return;
        }
        List<String> from = mapping.forms().write(change.field(), change.from());
        List<String> to = mapping.forms().write(change.field(), change.to());
        names.attribute(change.field()).ifPresent(name -> modifications.addAll(replace(name, from, to, actual)));
    }

    private void setPassword(TargetPlan.Specified plan, List<Modification> modifications) {
        mapping.password(plan)
                .ifPresent(hash -> modifications.add(
                        new Modification(ModificationType.REPLACE, mapping.passwordAttribute(), hash.reveal())));
    }

    /** Attributes made by a pattern follow the field they were made of, unless somebody has set them otherwise. */
    private void follow(TargetPlan.Specified plan, FieldChange change, Entry actual, List<Modification> modifications) {
        UserSpec before = plan.spec().with(change.field(), change.from());
        Collection<String> asked = mapping.asked(plan.spec()).keySet();
        for (String name : mapping.following(change.field())) {
            List<String> from =
                    mapping.pattern(name, before, plan.claims()).stream().toList();
            List<String> to =
                    mapping.pattern(name, plan.spec(), plan.claims()).stream().toList();
            boolean untouched = List.of(List.of(), from).contains(values(actual, name));
            if (untouched && !to.isEmpty() && !asked.contains(name)) {
                modifications.addAll(replace(name, from, to, actual));
            }
        }
    }

    private static List<Modification> replace(String name, List<String> from, List<String> to, Entry actual) {
        List<String> present = values(actual, name);
        if (present.size() <= 1 && to.size() == 1) {
            return present.equals(to)
                    ? List.of()
                    : List.of(new Modification(ModificationType.REPLACE, name, to.get(0)));
        }
        List<String> gone = without(from, to).stream().filter(present::contains).toList();
        return List.of(Map.entry(ModificationType.DELETE, gone), Map.entry(ModificationType.ADD, without(to, present)))
                .stream()
                .filter(change -> !change.getValue().isEmpty())
                .map(change -> new Modification(
                        change.getKey(), name, change.getValue().toArray(String[]::new)))
                .toList();
    }

    private static List<String> without(List<String> values, List<String> others) {
        return values.stream()
                .filter(value -> others.stream().noneMatch(value::equals))
                .toList();
    }

    private static List<String> values(Entry entry, String name) {
        Attribute attribute = entry.getAttribute(name);
        return attribute == null ? List.of() : Arrays.asList(attribute.getValues());
    }
}
