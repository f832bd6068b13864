package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.target.Roster;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LdapRosterTest implements LdapRosterContract {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final LdapTarget target = new LdapTarget(directory.settings(), MemoryDirectory.SITE_KEY);
    private final AtomicInteger number = new AtomicInteger();
    private LDAPConnection connection;

    @BeforeEach
    void connect() throws LDAPException {
        connection = directory.server().getConnection();
    }

    @AfterEach
    void close() {
        connection.close();
        target.close();
        directory.close();
    }

    @Override
    public LdapTarget target() {
        return target;
    }

    @Override
    public LdapSettings settings() {
        return directory.settings();
    }

    @Override
    public LDAPConnection connection() {
        return connection;
    }

    @Override
    public String freshName() {
        return "name" + number.incrementAndGet();
    }

    @Test
    void aBaseThatIsMissingHasNothingAndSaysSoWhenSomethingIsMade() {
        ObjectKey group = ObjectKey.group("nowhere");
        RosterTree house = directory.settings().roster();
        RosterTree elsewhere = new RosterTree(
                "ou=absent," + MemoryDirectory.BASE,
                house.resourceBase(),
                house.groupClasses(),
                house.resourceClasses(),
                house.resourceGroupClasses());
        try (LdapTarget other = new LdapTarget(directory.settings().withRoster(elsewhere), MemoryDirectory.SITE_KEY)) {
            Roster roster = other.roster().orElseThrow();
            assertThat(roster.read(List.of(group))).containsEntry(group, new RosterState.Absent());
            RosterSpec spec = new RosterSpec(ORIGIN, group, new TreeMap<>(), Set.of());
            StepOutcome outcome = roster.apply(List.of(new RosterPlan.Create(spec, new RosterClaims(7, 0))))
                    .get(group);
            assertThat(((StepOutcome.Failed) outcome).problem().code()).isEqualTo(ErrorCode.LDAP_REFUSED);
            assertThat(((StepOutcome.Failed) outcome).problem().suggestion()).contains("ldap.groupBase");
        }
    }

    @Test
    void twoEntriesOfOneNameAreNotGuessedAt() {
        directory.add("dn: ou=more,ou=groups,dc=test,dc=tux", "objectClass: organizationalUnit", "ou: more");
        for (String base : List.of("ou=groups", "ou=more,ou=groups")) {
            directory.add(
                    "dn: cn=twice," + base + ",dc=test,dc=tux",
                    "objectClass: posixGroup",
                    "cn: twice",
                    "gidNumber: 4711");
        }
        ObjectKey group = ObjectKey.group("twice");
        assertThat(roster().read(List.of(group)).get(group)).isInstanceOf(RosterState.Unknown.class);
        assertThat(roster().apply(List.of(new RosterPlan.Delete(ORIGIN, group))).get(group))
                .isInstanceOf(StepOutcome.Failed.class);
    }

    @Test
    void nothingIsWrittenWhereTheDirectoryLeads() {
        LdapSettings reading = directory.settings().withMode(LdapSettings.Mode.READ);
        try (LdapTarget reader = new LdapTarget(reading, MemoryDirectory.SITE_KEY)) {
            Roster roster = reader.roster().orElseThrow();
            List<RosterPlan> plans = List.of(new RosterPlan.Delete(ORIGIN, ObjectKey.group("any")));
            assertThatThrownBy(() -> roster.apply(plans)).isInstanceOf(IllegalStateException.class);
        }
    }
}
