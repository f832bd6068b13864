package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The least that has to be modified in the entry of a group or resource as it is now. Used by one thread. */
final class RosterChange {
    private final RosterForm form;
    private final Entry actual;
    private final Set<ObjectKey> members;

    RosterChange(RosterForm form, Entry actual) {
        this.form = form;
        this.actual = actual;
        this.members = new HashSet<>(form.members(actual));
    }

    /** A group is known by its number; a resource, which has none, by looking exactly as wanted. */
    boolean isAsClaimed(RosterPlan.Create plan) {
        String gidNumber = Long.toString(plan.claims().gidNumber());
        return form.attribute(Field.GID_NUMBER)
                .map(name -> actual.hasAttributeValue(name, gidNumber))
                .orElseGet(() -> missing(plan).isEmpty());
    }

    /** What the entry lacks of what was planned. */
    List<Modification> missing(RosterPlan.Create plan) {
        List<Modification> modifications = new ArrayList<>();
        for (Map.Entry<String, List<String>> wanted : form.wanted(plan).entrySet()) {
            addReplacement(modifications, wanted.getKey(), wanted.getValue());
        }
        addMembers(modifications, plan.spec().members());
        return modifications;
    }

    List<Modification> of(RosterPlan.Change plan) {
        List<Modification> modifications = fields(plan.changes());
        addMembers(modifications, plan.coming());
        List<String> going = form.members(actual).stream()
                .filter(plan.going()::contains)
                .map(ObjectKey::name)
                .toList();
        if (!going.isEmpty()) {
            modifications.add(
                    new Modification(ModificationType.DELETE, form.memberAttribute(), going.toArray(String[]::new)));
        }
        return modifications;
    }

    /** Fields alone, without members. */
    List<Modification> fields(List<FieldChange> changes) {
        List<Modification> modifications = new ArrayList<>();
        for (FieldChange change : changes) {
            form.attribute(change.field())
                    .ifPresent(name ->
                            addReplacement(modifications, name, RosterForm.written(change.field(), change.to())));
        }
        return modifications;
    }

    private void addReplacement(List<Modification> modifications, String attribute, List<String> wanted) {
        if (!Set.copyOf(RosterForm.texts(actual, attribute)).equals(Set.copyOf(wanted))) {
            modifications.add(new Modification(ModificationType.REPLACE, attribute, wanted.toArray(String[]::new)));
        }
    }

    private void addMembers(List<Modification> modifications, Collection<ObjectKey> wanted) {
        List<String> coming = wanted.stream()
                .filter(member -> !members.contains(member))
                .map(ObjectKey::name)
                .toList();
        if (!coming.isEmpty()) {
            modifications.add(
                    new Modification(ModificationType.ADD, form.memberAttribute(), coming.toArray(String[]::new)));
        }
    }
}
