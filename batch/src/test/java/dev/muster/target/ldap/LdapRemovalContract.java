package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.KnownNumbers;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sharp rules of deleting somebody from a directory, on any server. */
interface LdapRemovalContract {
    LdapTarget target();

    LdapSettings settings();

    LDAPConnection connection();

    Claims claims(UserSpec spec);

    String freshName();

    @Test
    default void everythingBelowTheEntryGoesWithIt() throws LDAPException {
        UserSpec spec = created();
        String list = "ou=addr," + dn(spec);
        connection().add(list, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "addr"));
        connection()
                .add(
                        "ou=inner," + list,
                        new Attribute("objectClass", "organizationalUnit"),
                        new Attribute("ou", "inner"));
        assertThat(delete(spec, 0)).isEqualTo(StepOutcome.Done.plainly());
        assertThat(connection().getEntry(dn(spec))).isNull();
    }

    @Test
    default void groupsForgetHerAndTheEmptyOneIsTold() throws LDAPException {
        UserSpec spec = created();
        String name = spec.userName().value();
        String lonely = group("lonely" + name, name);
        String merry = group("merry" + name, name, "other");
        try {
            StepOutcome.Done done = (StepOutcome.Done) delete(spec, 0);
            assertThat(done.notes()).containsExactly("The group " + lonely + " has no member any more.");
            assertThat(connection().getEntry(lonely).hasAttribute("memberUid")).isFalse();
            assertThat(connection().getEntry(merry).getAttributeValues("memberUid"))
                    .containsExactly("other");
        } finally {
            connection().delete(lonely);
            connection().delete(merry);
        }
    }

    @Test
    default void addressAdminsForgetHer() throws LDAPException {
        UserSpec spec = created();
        String group = settings().tree().addressAdminsDn();
        connection().modify(group, new Modification(ModificationType.ADD, "member", dn(spec)));
        delete(spec, 0);
        assertThat(connection().getEntry(group).getAttributeValues("member")).doesNotContain(dn(spec));
    }

    @Test
    default void membershipsThatOutlivedTheEntryGoToo() throws LDAPException {
        String name = freshName();
        UserSpec spec = Users.german(name);
        String group = group("half" + name, name, "other");
        try {
            assertThat(delete(spec, 0)).isEqualTo(StepOutcome.Done.plainly());
            assertThat(connection().getEntry(group).getAttributeValues("memberUid"))
                    .containsExactly("other");
        } finally {
            connection().delete(group);
        }
    }

    @Test
    default void anEntryWithAnotherNumberIsSomebodyElses() throws LDAPException {
        UserSpec spec = created();
        StepOutcome outcome = delete(spec, 7);
        assertThat(((StepOutcome.Failed) outcome).problem().code()).isEqualTo(ErrorCode.NOT_OURS);
        assertThat(connection().getEntry(dn(spec))).isNotNull();
    }

    @Test
    default void whoIsShutOutHasNoMailAnyMore() throws LDAPException {
        UserSpec spec = created();
        TargetPlan plan = new TargetPlan.Disable(spec.key(), spec.origin(), KnownNumbers.none());
        assertThat(target().apply(List.of(plan)).get(spec.key())).isEqualTo(StepOutcome.Done.plainly());
        assertThat(connection().getEntry(dn(spec)).getAttributeValue("mailEnabled"))
                .isEqualTo("NONE");
    }

    @Test
    default void manyGoInOneCall() {
        List<UserSpec> specs = List.of(created(), created(), created());
        List<TargetPlan> plans = specs.stream().map(spec -> deletion(spec, 0)).toList();
        assertThat(target().apply(plans).values()).hasSize(3).containsOnly(StepOutcome.Done.plainly());
    }

    private UserSpec created() {
        UserSpec spec = Users.german(freshName());
        TargetPlan plan = new TargetPlan.Create(spec, claims(spec));
        assertThat(target().apply(List.of(plan)).get(spec.key())).isInstanceOf(StepOutcome.Done.class);
        return spec;
    }

    private StepOutcome delete(UserSpec spec, long uidNumber) {
        return java.util.Objects.requireNonNull(
                target().apply(List.of(deletion(spec, uidNumber))).get(spec.key()));
    }

    private static TargetPlan deletion(UserSpec spec, long uidNumber) {
        return new TargetPlan.Delete(spec.key(), spec.origin(), new KnownNumbers(uidNumber, 0), false);
    }

    private String group(String name, String... members) throws LDAPException {
        String dn = "cn=" + name + ",ou=groups," + settings().tree().baseDn();
        connection()
                .add(
                        dn,
                        new Attribute("objectClass", "posixGroup"),
                        new Attribute("cn", name),
                        new Attribute("gidNumber", "4711"),
                        new Attribute("memberUid", members));
        return dn;
    }

    private String dn(UserSpec spec) {
        return "uid=" + spec.userName() + ",ou=people," + settings().tree().baseDn();
    }
}
