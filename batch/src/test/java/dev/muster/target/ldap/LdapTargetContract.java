package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Secret;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import dev.muster.target.HolderSearch.Holder;
import dev.muster.target.NumberSource.Counter;
import dev.muster.target.TargetContract;
import dev.muster.target.TargetException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the LDAP target promises beyond the port, on any server. */
interface LdapTargetContract extends TargetContract {
    @Override
    LdapTarget target();

    LdapSettings settings();

    /** A connection of the test's own. */
    LDAPConnection connection();

    @Override
    default FieldChange sampleChange() {
        return new FieldChange(Field.DEPARTMENT, List.of("Vertrieb"), List.of("Einkauf"));
    }

    @Test
    default void makesAnEntryAsTheWhitepaperShowsIt() throws LDAPException {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        Entry entry = entry(spec);
        assertThat(entry.getObjectClassValues())
                .contains("inetOrgPerson", "posixAccount", "shadowAccount", "OXUserObject");
        assertThat(entry.getAttributeValue("cn"))
                .isEqualTo(spec.first(Field.DISPLAYNAME).orElseThrow());
        assertThat(entry.getAttributeValue("mailEnabled")).isEqualTo("OK");
        assertThat(entry.getAttributeValue("mailDomain")).isEqualTo("test.tux");
        assertThat(entry.getAttributeValue("mailQuota")).isEqualTo("50M");
        assertThat(entry.getAttributeValue("loginShell")).isEqualTo("/bin/false");
        assertThat(entry.getAttributeValue("homeDirectory"))
                .isEqualTo("/home/" + spec.userName().value());
        assertThat(entry.getAttributeValueAsLong("uidNumber")).isEqualTo(claims.uidNumber());
        assertThat(entry.getAttributeValueAsInteger("gidNumber")).isEqualTo(1100);
        assertThat(entry.getAttributeValueAsInteger("OXAppointmentDays")).isEqualTo(5);
    }

    @Test
    default void anEntryOfSomebodyElseIsAConflict() {
        UserSpec spec = Users.german(freshName());
        created(spec);
        StepOutcome outcome = apply(new TargetPlan.Create(spec, claims(spec)));
        assertThat(problemCode(outcome)).isEqualTo(ErrorCode.LDAP_ENTRY_EXISTS);
    }

    @Test
    default void whatAnEntryOfTheSameClaimsLacksIsAdded() throws LDAPException {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        connection().modify(dn(spec), new Modification(ModificationType.DELETE, "alias"));
        assertThat(apply(new TargetPlan.Create(spec, claims))).isInstanceOf(StepOutcome.Done.class);
        assertThat(present(spec).values(Field.ALIAS)).hasSize(2);
    }

    @Test
    default void aChangeLeavesForeignAttributesAndValues() throws LDAPException {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        connection()
                .modify(
                        dn(spec),
                        new Modification(ModificationType.ADD, "pager", "1"),
                        new Modification(ModificationType.ADD, "alias", "foreign@test.tux"));
        List<String> aliases = List.of(spec.mail().value());
        FieldChange change = new FieldChange(Field.ALIAS, spec.values().get(Field.ALIAS), aliases);
        apply(new TargetPlan.Change(spec.with(Field.ALIAS, aliases), claims, List.of(change)));
        assertThat(entry(spec).getAttributeValues("alias"))
                .containsExactlyInAnyOrder("foreign@test.tux", spec.mail().value());
        assertThat(entry(spec).getAttributeValue("pager")).isEqualTo("1");
    }

    @Test
    default void changingTwiceIsDone() {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        List<String> aliases = List.of("new." + spec.mail().value());
        TargetPlan plan = new TargetPlan.Change(
                spec.with(Field.ALIAS, aliases),
                claims,
                List.of(new FieldChange(Field.ALIAS, spec.values().get(Field.ALIAS), aliases)));
        apply(plan);
        assertThat(apply(plan)).isInstanceOf(StepOutcome.Done.class);
        assertThat(present(spec).values(Field.ALIAS)).isEqualTo(aliases);
    }

    @Test
    default void theMailDomainFollowsTheAddressAndTheCommonNameTheDisplayName() throws LDAPException {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        UserSpec moved = spec.with(Field.MAIL, List.of("new@elsewhere.tux")).with(Field.DISPLAYNAME, List.of("Zoë"));
        apply(new TargetPlan.Change(
                moved,
                claims,
                List.of(
                        new FieldChange(
                                Field.MAIL,
                                spec.values().get(Field.MAIL),
                                moved.values().get(Field.MAIL)),
                        new FieldChange(Field.DISPLAYNAME, spec.values().get(Field.DISPLAYNAME), List.of("Zoë")))));
        assertThat(entry(spec).getAttributeValue("mailDomain")).isEqualTo("elsewhere.tux");
        assertThat(entry(spec).getAttributeValue("cn")).isEqualTo("Zoë");
        assertThat(present(spec).values(Field.MAIL)).containsExactly("new@elsewhere.tux");
    }

    @Test
    default void clearingTakesTheAttributeAway() {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        FieldChange clear = new FieldChange(Field.DEPARTMENT, List.of("Vertrieb"), List.of());
        apply(new TargetPlan.Change(spec.with(Field.DEPARTMENT, List.of()), claims, List.of(clear)));
        assertThat(present(spec).values(Field.DEPARTMENT)).isEmpty();
    }

    @Test
    default void somebodyNotActivatedIsNotEnabled() throws LDAPException {
        UserSpec spec = Users.german(freshName()).with(Field.ACTIVATED, List.of("no"));
        created(spec);
        assertThat(entry(spec).getAttributeValue("mailEnabled")).isEqualTo("NONE");
        assertThat(present(spec).values(Field.ACTIVATED)).containsExactly("no");
    }

    @Test
    default void aPasswordToBeChangedWasLastChangedOnDayZero() throws LDAPException {
        UserSpec spec = Users.german(freshName()).with(Field.CHANGE_PASSWORD, List.of("yes"));
        created(spec);
        assertThat(entry(spec).getAttributeValue("shadowLastChange")).isEqualTo("0");
        assertThat(present(spec).values(Field.CHANGE_PASSWORD)).containsExactly("yes");
    }

    @Test
    default void whoMayWriteTheAddressBookIsAMemberOfItsGroup() throws LDAPException {
        UserSpec spec = Users.german(freshName()).with(Field.GLOBAL_ADDRESS_BOOK, List.of("yes"));
        Claims claims = created(spec);
        assertThat(addressAdmins()).contains(dn(spec));
        assertThat(present(spec).values(Field.GLOBAL_ADDRESS_BOOK)).containsExactly("yes");
        FieldChange leave = new FieldChange(Field.GLOBAL_ADDRESS_BOOK, List.of("yes"), List.of("no"));
        apply(new TargetPlan.Change(spec.with(Field.GLOBAL_ADDRESS_BOOK, List.of("no")), claims, List.of(leave)));
        assertThat(addressAdmins()).doesNotContain(dn(spec));
    }

    @Test
    default void namesThatNeedEscapingArriveAsWritten() {
        LdapSettings byName = settings()
                .withTree(settings()
                        .tree()
                        .withUserDn("cn={displayname},ou=people,"
                                + settings().tree().baseDn()));
        try (LdapTarget target = new LdapTarget(byName, MemoryDirectory.SITE_KEY)) {
            for (String name :
                    List.of("O'Brien, Jr.", "#1 Łukasz + Co", "李小龍", "עברית", "a=b;<c>\"\\", "Zoë  Müller")) {
                String userName = freshName();
                UserSpec spec = Users.german(userName).with(Field.DISPLAYNAME, List.of(name + " " + userName));
                assertThat(target.apply(List.of(new TargetPlan.Create(spec, claims(spec)))))
                        .containsEntry(spec.key(), StepOutcome.Done.plainly());
                assertThat(present(spec).values(Field.DISPLAYNAME)).containsExactly(name + " " + userName);
            }
        }
    }

    @Test
    default void thePasswordOfAPersonIsStoredAlikeEachTime() throws LDAPException {
        UserSpec spec = Users.german(freshName());
        Claims claims = created(spec);
        String stored = entry(spec).getAttributeValue("userPassword");
        assertThat(stored).startsWith("{SSHA512}").doesNotContain("geheim");
        apply(new TargetPlan.Change(spec, claims, List.of(new FieldChange(Field.PASSWORD, List.of(), List.of()))));
        assertThat(entry(spec).getAttributeValue("userPassword")).isEqualTo(stored);
    }

    @Test
    default void anAttributeOfTheSchemaIsAFieldOfItsOwn() {
        UserSpec spec = Users.german(freshName()).with(Field.of("carLicense"), List.of("N-ZM 1"));
        assertThat(target().keeps(Field.of("carLicense"))).isTrue();
        created(spec);
        assertThat(present(spec).values(Field.of("carLicense"))).containsExactly("N-ZM 1");
    }

    @Test
    default void anUnknownAttributeIsToldWithItsNeighbours() {
        UserSpec spec = Users.german(freshName()).with(Field.of("carLicence"), List.of("N-ZM 1"));
        assertThat(target().keeps(Field.of("carLicence"))).isFalse();
        StepOutcome outcome = apply(new TargetPlan.Create(spec, claims(spec)));
        assertThat(((StepOutcome.Failed) outcome).problem().suggestion()).contains("carLicense");
        assertThat(target().read(List.of(spec.key()))).containsEntry(spec.key(), new TargetState.Absent());
    }

    @Test
    default void aRefusalNamesEntryCodeAndRemedyButNotThePassword() {
        UserSpec spec = Users.german(freshName()).with(Field.of("host"), List.of("x"));
        StepOutcome outcome = apply(new TargetPlan.Create(spec, claims(spec)));
        assertThat(((StepOutcome.Failed) outcome).problem().toString())
                .contains("LDAP add uid=" + spec.userName(), "65 objectClassViolation", "Check ldap.objectClasses.")
                .doesNotContain("geheim");
    }

    @Test
    default void readsManyAtOnce() {
        List<UserSpec> specs =
                IntStream.range(0, 250).mapToObj(i -> Users.german(freshName())).toList();
        target().apply(specs.stream()
                .map(spec -> new TargetPlan.Create(spec, claims(spec)))
                .toList());
        Map<ObjectKey, TargetState> states =
                target().read(specs.stream().map(UserSpec::key).toList());
        assertThat(states).hasSize(250);
        assertThat(states.values()).allMatch(TargetState.Present.class::isInstance);
    }

    @Test
    default void manyThreadsMayWriteSideBySide() {
        List<List<TargetPlan>> chunks = Stream.generate(() -> Stream.generate(() -> Users.german(freshName()))
                        .limit(50)
                        .map(spec -> (TargetPlan) new TargetPlan.Create(spec, claims(spec)))
                        .toList())
                .limit(6)
                .toList();
        assertThat(chunks.parallelStream().flatMap(chunk -> target().apply(chunk).values().stream()))
                .hasSize(300)
                .allMatch(StepOutcome.Done.class::isInstance);
    }

    @Test
    default void numbersAreHandedOutOnce() {
        long first = target().reserve(Counter.UID_NUMBER, 500);
        assertThat(target().reserve(Counter.UID_NUMBER, 1)).isGreaterThanOrEqualTo(first + 500);
    }

    @Test
    default void findsHoldersOfAddressesAndKeys() {
        UserSpec spec = Users.german(freshName());
        created(spec);
        String name = spec.userName().value();
        assertThat(target().holdersOf(spec.addresses()))
                .extracting(Holder::name, Holder::user)
                .contains(tuple(name, true));
        assertThat(target().holdersOf(spec.addresses())).hasSize(2);
        assertThat(target().holdersOfKeys(List.of("key-" + name, "nobody")))
                .extracting(Holder::held, Holder::name)
                .containsExactly(tuple("key-" + name, name));
    }

    @Test
    default void wrongCredentialsStopTheRun() {
        LdapSettings wrong = LdapSettings.defaults(
                settings().server().url(),
                settings().server().bindDn(),
                Secret.of("not-it"),
                settings().tree().baseDn());
        try (LdapTarget target = new LdapTarget(wrong, MemoryDirectory.SITE_KEY)) {
            assertThatThrownBy(() -> target.read(List.of(Users.german("anna").key())))
                    .isInstanceOfSatisfying(
                            TargetException.class,
                            thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED))
                    .hasMessageNotContaining("not-it");
        }
    }

    private Claims created(UserSpec spec) {
        Claims claims = claims(spec);
        assertThat(apply(new TargetPlan.Create(spec, claims))).isInstanceOf(StepOutcome.Done.class);
        return claims;
    }

    private StepOutcome apply(TargetPlan plan) {
        return target().apply(List.of(plan)).get(plan.key());
    }

    private TargetState.Present present(UserSpec spec) {
        return (TargetState.Present) target().read(List.of(spec.key())).get(spec.key());
    }

    private Entry entry(UserSpec spec) throws LDAPException {
        return connection().getEntry(dn(spec));
    }

    private List<String> addressAdmins() throws LDAPException {
        return List.of(
                connection().getEntry(settings().tree().addressAdminsDn()).getAttributeValues("member"));
    }

    private String dn(UserSpec spec) {
        return "uid=" + spec.userName() + ",ou=people," + settings().tree().baseDn();
    }

    private static ErrorCode problemCode(StepOutcome outcome) {
        return ((StepOutcome.Failed) outcome).problem().code();
    }
}
