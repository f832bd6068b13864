package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.Roster;
import dev.muster.target.RosterContract;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the directory's roster promises beyond the port, on any server. */
interface LdapRosterContract extends RosterContract {
    LdapTarget target();

    LdapSettings settings();

    /** A connection of the test's own. */
    LDAPConnection connection();

    @Override
    default Roster roster() {
        return target().roster().orElseThrow();
    }

    @Override
    default RosterClaims claims(ObjectKey.Kind kind) {
        return new RosterClaims(target().reserve(Counter.GID_NUMBER, 1), 0);
    }

    @Test
    default void aGroupIsAPosixGroupOfUserNames() throws LDAPException {
        ObjectKey group = ObjectKey.group(freshName());
        RosterClaims claims = created(group, new TreeMap<>(), Set.of(user("anna"), user("bert")));
        Entry entry = entry("cn=" + group.name() + "," + settings().roster().groupBase());
        assertThat(entry.getObjectClassValues()).contains("posixGroup");
        assertThat(entry.getAttributeValueAsLong("gidNumber")).isEqualTo(claims.gidNumber());
        assertThat(entry.getAttributeValues("memberUid")).containsExactlyInAnyOrder("anna", "bert");
    }

    @Test
    default void aResourceIsAvailableUnlessSaidOtherwise() throws LDAPException {
        ObjectKey resource = ObjectKey.resource(freshName());
        created(resource, new TreeMap<>(), Set.of());
        Entry entry = entry(
                "resourceName=" + resource.name() + "," + settings().roster().resourceBase());
        assertThat(entry.getObjectClassValues()).contains("OXResourceObject");
        assertThat(entry.getAttributeValue("resourceAvailable")).isEqualTo("TRUE");
    }

    @Test
    default void aResourceGroupListsNamesNotDns() throws LDAPException {
        ObjectKey group = ObjectKey.resourceGroup(freshName());
        SortedMap<Field, List<String>> values = new TreeMap<>();
        values.put(Field.DESCRIPTION, List.of("Alle Räume"));
        created(group, values, Set.of(ObjectKey.resource("room 1")));
        Entry entry = entry(
                "resourceGroupName=" + group.name() + "," + settings().roster().resourceBase());
        assertThat(entry.getObjectClassValues()).contains("OXResourceGroupObject");
        assertThat(entry.getAttributeValue("resourceGroupMember")).isEqualTo("room 1");
        assertThat(entry.getAttributeValue("resourceGroupDescription")).isEqualTo("Alle Räume");
    }

    @Test
    default void attributesThatNobodyPlannedStayAndComeBackAfterADeletion() throws LDAPException {
        ObjectKey resource = ObjectKey.resource(freshName());
        created(resource, new TreeMap<>(), Set.of());
        String dn =
                "resourceName=" + resource.name() + "," + settings().roster().resourceBase();
        connection().modify(dn, new Modification(ModificationType.ADD, "alias", "foreign@test.tux"));
        RosterState.Present before =
                (RosterState.Present) roster().read(List.of(resource)).get(resource);
        roster().apply(List.of(new RosterPlan.Delete(ORIGIN, resource)));
        created(resource, before.values(), Set.of());
        assertThat(entry(dn).getAttributeValue("alias")).isEqualTo("foreign@test.tux");
    }

    @Test
    default void aMemberLeavesHoweverHisNameIsWritten() {
        ObjectKey group = ObjectKey.group(freshName());
        created(group, new TreeMap<>(), Set.of(user("Anna"), user("bert")));
        RosterPlan plan = RosterPlan.Change.going(ORIGIN, group, Set.of(user("anna")));
        assertThat(roster().apply(List.of(plan))).containsEntry(group, StepOutcome.Done.plainly());
        assertThat(((RosterState.Present) roster().read(List.of(group)).get(group)).members())
                .containsExactly(user("bert"));
    }

    private static ObjectKey user(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }

    private RosterClaims created(ObjectKey key, SortedMap<Field, List<String>> values, Set<ObjectKey> members) {
        RosterClaims claims = claims(key.kind());
        RosterPlan plan = new RosterPlan.Create(new RosterSpec(ORIGIN, key, values, members), claims);
        assertThat(roster().apply(List.of(plan))).containsEntry(key, StepOutcome.Done.plainly());
        return claims;
    }

    private Entry entry(String dn) throws LDAPException {
        Entry entry = connection().getEntry(dn);
        assertThat(entry).isNotNull();
        return entry;
    }
}
