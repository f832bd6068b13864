package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.Roster;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups, resources and resource groups of the directory. Members are names, and whether they exist is not looked at.
 * Thread-safe.
 */
final class LdapRoster implements Roster {
    private final LdapSettings settings;
    private final Exchange exchange;
    private final RosterEntries entries;

    LdapRoster(LdapSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
        this.entries = new RosterEntries(settings, exchange);
    }

    @Override
    public TargetName name() {
        return TargetName.LDAP;
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind) {
        return kind.isRoster();
    }

    @Override
    public boolean keeps(ObjectKey.Kind kind, Field field) {
        return keeps(kind) && entries.form(kind).attributes().containsKey(field);
    }

    @Override
    public Map<ObjectKey, RosterState> read(Collection<ObjectKey> keys) {
        Map<ObjectKey, List<SearchResultEntry>> found = entries.find(keys);
        Map<ObjectKey, RosterState> states = new LinkedHashMap<>();
        keys.forEach(key -> states.put(key, state(key, found.getOrDefault(key, List.of()))));
        return states;
    }

    @Override
    public Map<ObjectKey, Set<ObjectKey>> membershipsOf(Collection<ObjectKey> members) {
        return entries.memberships(members);
    }

    /** @throws IllegalStateException in mode {@code read} */
    @Override
    public Map<ObjectKey, StepOutcome> apply(List<? extends RosterPlan> plans) {
        if (settings.mode() != LdapSettings.Mode.WRITE) {
            throw new IllegalStateException("ldap.mode is read: nothing is written to the directory.");
        }
        return plans.isEmpty() ? Map.of() : new RosterWriter(entries, exchange).apply(plans);
    }

    private RosterState state(ObjectKey key, List<SearchResultEntry> found) {
        if (found.isEmpty()) {
            return new RosterState.Absent();
        }
        if (found.size() > 1) {
            return new RosterState.Unknown("LDAP has several entries of " + key + ": "
                    + found.stream().map(SearchResultEntry::getDN).toList() + ". Remove all but one.");
        }
        RosterForm form = entries.form(key.kind());
        boolean everybody = entries.isPrimary(found.get(0));
        Set<ObjectKey> members = everybody ? Set.of() : new LinkedHashSet<>(form.members(found.get(0)));
        return new RosterState.Present(form.values(found.get(0)), members, everybody);
    }
}
