package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.HolderSearch.Holder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries that others have made: what they hold, and what becomes of them when they are taken over. */
class LdapTenantsTest {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final LdapTarget target = new LdapTarget(directory.settings(), MemoryDirectory.SITE_KEY);

    @AfterEach
    void close() {
        target.close();
        directory.close();
    }

    @Test
    void anAddressMayBeHeldByAResource() {
        directory.add(
                "dn: resourceName=beamer,dc=test,dc=tux",
                "objectClass: OXResourceObject",
                "resourceName: beamer",
                "mail: Beamer@test.tux");
        assertThat(holder("beamer@test.tux")).isEqualTo("resource beamer");
    }

    @Test
    void anAddressMayBeHeldByAFunctionalAccount() {
        directory.add(
                "dn: cn=info,dc=test,dc=tux",
                "objectClass: oxFunctionalAccount",
                "cn: info",
                "mailPrimaryAddress: info@test.tux");
        assertThat(holder("info@test.tux")).isEqualTo("functional account info");
    }

    @Test
    void nobodyHoldsAFreeAddress() {
        assertThat(target.holdersOf(List.of(MailAddress.of("free@test.tux")))).isEmpty();
    }

    @Test
    void anEntryTakenOverBecomesWholeAndKeepsItsOwn() throws LDAPException {
        directory.add(
                "dn: uid=anna,ou=people,dc=test,dc=tux",
                "objectClass: inetOrgPerson",
                "uid: anna",
                "sn: Before",
                "cn: Anna Before",
                "mail: anna@test.tux",
                "pager: 7");
        UserSpec anna = Users.german("anna");
        Claims claims = Users.claims(anna, 10001);
        List<FieldChange> changes = List.of(
                new FieldChange(Field.KEY, List.of(), List.of("key-anna")),
                new FieldChange(Field.TIMEZONE, List.of(), List.of("Europe/Berlin")));
        StepOutcome outcome = target.apply(List.of(new TargetPlan.Change(anna, claims, changes)))
                .get(anna.key());
        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(directory.server().getEntry("uid=anna,ou=people,dc=test,dc=tux"))
                .satisfies(entry ->
                        assertThat(entry.getAttributeValue("uidNumber")).isEqualTo("10001"))
                .satisfies(entry -> assertThat(entry.getAttributeValue("pager")).isEqualTo("7"))
                .satisfies(entry -> assertThat(entry.getAttributeValue("cn")).isEqualTo("Anna Before"))
                .satisfies(entry ->
                        assertThat(entry.getAttributeValue("OXTimeZone")).isEqualTo("Europe/Berlin"));
    }

    @Test
    void somebodyWithOnlyACommonNameIsShownByIt() {
        directory.add(
                "dn: uid=anna,ou=people,dc=test,dc=tux",
                "objectClass: inetOrgPerson",
                "uid: anna",
                "sn: Martin",
                "cn: Martin, Anna");
        UserSpec anna = Users.german("anna");
        TargetState.Present present =
                (TargetState.Present) target.read(List.of(anna.key())).get(anna.key());
        assertThat(present.values(Field.DISPLAYNAME)).containsExactly("Martin, Anna");
    }

    @Test
    void twoEntriesOfOneNameAreNotGuessedBetween() {
        for (String place : List.of("people", "groups")) {
            directory.add(
                    "dn: uid=anna,ou=" + place + ",dc=test,dc=tux",
                    "objectClass: inetOrgPerson",
                    "uid: anna",
                    "sn: Martin",
                    "cn: Anna");
        }
        UserSpec anna = Users.german("anna");
        assertThat(target.read(List.of(anna.key())).get(anna.key())).isInstanceOf(TargetState.Unknown.class);
    }

    @Test
    void attributesHaveTheNamesThatTheSiteGivesThem() throws LDAPException {
        LdapSettings settings = directory.settings();
        LdapPerson person = settings.person().withKeyAttribute("carLicense").withQuotaFormat("*:storage={quota}M");
        UserSpec anna = Users.german("anna");
        try (LdapTarget renamed = new LdapTarget(settings.withPerson(person), MemoryDirectory.SITE_KEY)) {
            renamed.apply(List.of(new TargetPlan.Create(anna, Users.claims(anna, 10001))));
            TargetState.Present present =
                    (TargetState.Present) renamed.read(List.of(anna.key())).get(anna.key());
            assertThat(present.values(Field.KEY)).containsExactly("key-anna");
            assertThat(present.values(Field.QUOTA)).containsExactly("50");
        }
        assertThat(directory.server().getEntry("uid=anna,ou=people,dc=test,dc=tux"))
                .satisfies(entry ->
                        assertThat(entry.getAttributeValue("carLicense")).isEqualTo("key-anna"))
                .satisfies(entry ->
                        assertThat(entry.getAttributeValue("mailQuota")).isEqualTo("*:storage=50M"));
    }

    private String holder(String address) {
        List<Holder> holders = target.holdersOf(List.of(MailAddress.of(address)));
        assertThat(holders).hasSize(1).noneMatch(Holder::user);
        return holders.get(0).name();
    }
}
