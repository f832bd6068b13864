package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.KnownNumbers;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.target.AccountEntries;
import dev.muster.target.AccountEntriesContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the directory's objects of shared accounts promise beyond the port, on any server. */
interface LdapAccountsContract extends AccountEntriesContract {
    LdapTarget target();

    LdapSettings settings();

    /** A connection of the test's own. */
    LDAPConnection connection();

    @Override
    default AccountEntries entries() {
        return target().accountEntries().orElseThrow();
    }

    @Override
    default void prepare(List<ObjectKey> people) {
        people.forEach(person -> addPerson("uid=" + person.name(), person.name()));
    }

    @Test
    default void anAccountIsAnObjectWithoutAPasswordThatListsDns() throws LDAPException {
        ObjectKey anna = person();
        AccountEntry account = made(Set.of(anna));
        Entry entry = entry(dn(account));
        assertThat(entry.getObjectClassValues()).contains("oxFunctionalAccount");
        assertThat(entry.getAttributeValue("mailPrimaryAddress"))
                .isEqualTo(account.primary().value());
        assertThat(entry.getAttributeValue("oxPersonal")).isEqualTo("Büro");
        assertThat(entry.getAttributeValue("oxQuota")).isEqualTo("50");
        assertThat(entry.getAttributeValues("uniqueMember"))
                .containsExactly("uid=" + anna.name() + ",ou=people," + base());
        assertThat(entry.hasAttribute("userPassword")).isFalse();
    }

    @Test
    default void aMemberIsFoundUnderAnyDn() {
        String name = freshName();
        addPerson("cn=Person " + name, name);
        ObjectKey person = new ObjectKey(ObjectKey.Kind.USER, name);
        AccountEntry account = made(Set.of(person));
        assertThat(there(account).members()).containsExactly(person);
        assertDone(new AccountEntryPlan.Change(ORIGIN, account, account.withMembers(Set.of())));
        assertThat(there(account).members()).isEmpty();
    }

    @Test
    default void whatNobodyPlannedStays() throws LDAPException {
        AccountEntry account = made(Set.of(person()));
        String group = "cn=users," + settings().roster().groupBase();
        connection()
                .modify(
                        dn(account),
                        new Modification(ModificationType.ADD, "uniqueMember", group),
                        new Modification(ModificationType.ADD, "description", "of somebody else"));
        assertThat(there(account)).isEqualTo(account);
        assertDone(new AccountEntryPlan.Change(ORIGIN, account, account.withMembers(Set.of())));
        assertThat(entry(dn(account)).getAttributeValues("uniqueMember")).containsExactly(group);
        assertThat(entry(dn(account)).getAttributeValue("description")).isEqualTo("of somebody else");
    }

    @Test
    default void propertiesFillTheTemplatesOfLogins() throws LDAPException {
        ObjectKey anna = person();
        AccountEntry account = made(Set.of(anna));
        Set<String> names = Set.of("dn", "entry_uuid", "sn", "telexNumber");
        assertThat(entries().properties(List.of(anna), names).get(anna))
                .containsOnlyKeys("dn", "entry_uuid", "sn")
                .containsEntry("dn", "uid=" + anna.name() + ",ou=people," + base())
                .containsEntry("sn", "Meier");
        Entry entry = connection().getEntry(dn(account), "entryUUID");
        assertThat(entries()
                        .properties(List.of(account.account()), Set.of("fa_entry_uuid"))
                        .get(account.account()))
                .containsEntry("fa_entry_uuid", entry.getAttributeValue("entryUUID"));
    }

    @Test
    default void whoIsDeletedIsGoneFromTheAccount() {
        ObjectKey anna = person();
        AccountEntry account = made(Set.of(anna));
        target().apply(List.of(new TargetPlan.Delete(anna, ORIGIN, KnownNumbers.none(), false)));
        assertThat(there(account).members()).isEmpty();
    }

    @Test
    default void everyNameCanBeAnother() throws LDAPException {
        AccountTree tree = new AccountTree(
                settings().account().base(),
                List.of("groupOfUniqueNames", "OXUserObject"),
                Map.of(
                        AccountTree.Part.PRIMARY, "mailDomain",
                        AccountTree.Part.OTHERS, "",
                        AccountTree.Part.PERSONAL, "description",
                        AccountTree.Part.QUOTA, "mailQuota"));
        AccountEntry account = wanted(Set.of(person()));
        try (LdapTarget other = new LdapTarget(settings().withAccount(tree), MemoryDirectory.SITE_KEY)) {
            AccountEntries entries = other.accountEntries().orElseThrow();
            assertThat(entries.apply(List.of(new AccountEntryPlan.Create(ORIGIN, account))))
                    .containsEntry(account.account(), StepOutcome.Done.plainly());
            assertThat(entries.read(List.of(account.account()))).containsEntry(account.account(), Optional.of(account));
        }
        assertThat(entry(dn(account)).getAttributeValue("mailQuota")).isEqualTo("50");
    }

    private AccountEntry made(Set<ObjectKey> members) {
        AccountEntry account = wanted(members);
        assertDone(new AccountEntryPlan.Create(ORIGIN, account));
        return account;
    }

    private AccountEntry wanted(Set<ObjectKey> members) {
        String name = freshName();
        return new AccountEntry(
                ObjectKey.account(name),
                MailAddress.of(name + "@test.tux"),
                List.of(),
                Optional.of("Büro"),
                Optional.of(50 * MEGABYTE),
                members);
    }

    private ObjectKey person() {
        ObjectKey person = new ObjectKey(ObjectKey.Kind.USER, freshName());
        prepare(List.of(person));
        return person;
    }

    private void addPerson(String rdn, String name) {
        try {
            connection()
                    .add(
                            "dn: " + rdn + ",ou=people," + base(),
                            "objectClass: inetOrgPerson",
                            "uid: " + name,
                            "cn: Person " + name,
                            "sn: Meier");
        } catch (LDAPException | LDIFException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private AccountEntry there(AccountEntry account) {
        return entries()
                .read(List.of(account.account()))
                .getOrDefault(account.account(), Optional.empty())
                .orElseThrow();
    }

    private void assertDone(AccountEntryPlan plan) {
        assertThat(entries().apply(List.of(plan))).containsEntry(plan.key(), StepOutcome.Done.plainly());
    }

    private String base() {
        return settings().tree().baseDn();
    }

    private String dn(AccountEntry account) {
        return "cn=" + account.account().name() + "," + settings().account().base();
    }

    private Entry entry(String dn) throws LDAPException {
        Entry entry = connection().getEntry(dn);
        assertThat(entry).isNotNull();
        return entry;
    }
}
