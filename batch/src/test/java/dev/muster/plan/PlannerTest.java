package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.KnownNumbers;
import dev.muster.model.PlanKind;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private UserSpec anna = Users.german("anna");
    private final Map<TargetName, TargetState> states = new EnumMap<>(TargetName.class);
    private LastApplied last = LastApplied.never();
    private ColumnPolicies policies = new ColumnPolicies(Map.of(), Set.of());

    @Test
    void createsWhereNothingIs() {
        states.put(TargetName.LDAP, new TargetState.Absent());
        states.put(TargetName.IMAP, new TargetState.Absent());
        ObjectPlan plan = plan(EnumSet.allOf(TargetName.class));
        assertThat(plan.kind()).isEqualTo(PlanKind.CREATE);
        assertThat(plan.stages())
                .extracting(Map::keySet)
                .containsExactly(Set.of(TargetName.LDAP), Set.of(TargetName.IMAP));
    }

    @Test
    void plansNothingForATargetThatIsNotWritten() {
        states.put(TargetName.LDAP, new TargetState.Absent());
        states.put(TargetName.GROUPWARE, new TargetState.Absent());
        assertThat(plan(Set.of(TargetName.LDAP)).stages())
                .extracting(Map::keySet)
                .containsExactly(Set.of(TargetName.LDAP));
    }

    @Test
    void plansNothingWhereEverythingIsAsWanted() {
        states.put(TargetName.LDAP, TargetState.Present.of(anna.values()));
        assertThat(plan(EnumSet.allOf(TargetName.class)).kind()).isEqualTo(PlanKind.UNCHANGED);
    }

    @Test
    void changesWhatTheFeedRulesOver() {
        states.put(TargetName.LDAP, there(Field.SURNAME, "Schmidt"));
        assertThat(changes())
                .containsExactly(new FieldChange(Field.SURNAME, List.of("Schmidt"), List.of("Müller-Lüdenscheidt")));
    }

    @Test
    void leavesWhatIsWrittenOnceOnly() {
        states.put(TargetName.LDAP, there(Field.LANGUAGE, "fr_FR"));
        assertThat(plan(EnumSet.allOf(TargetName.class)).stages()).isEmpty();
    }

    @Test
    void knowsAFolderOfAnUnusualNameAgainThatTheServerFlagsAsNothing() {
        SortedMap<Field, List<String>> values = new TreeMap<>(anna.values());
        values.remove(Field.TRASH_FOLDER);
        List<String> others = new ArrayList<>(List.of("Papierkorb", "Privat"));
        others.addAll(anna.values().getOrDefault(Field.OTHER_FOLDERS, List.of()));
        values.put(Field.OTHER_FOLDERS, others);
        states.put(TargetName.IMAP, TargetState.Present.of(values));
        assertThat(plan(EnumSet.allOf(TargetName.class)).stages()).isEmpty();
    }

    @Test
    void makesAMissingFolderButKeepsOneOfAnotherName() {
        SortedMap<Field, List<String>> values = new TreeMap<>(anna.values());
        values.put(Field.SENT_FOLDER, List.of("Sent"));
        values.remove(Field.TRASH_FOLDER);
        states.put(TargetName.IMAP, TargetState.Present.of(values));
        assertThat(changes()).containsExactly(new FieldChange(Field.TRASH_FOLDER, List.of(), List.of("Papierkorb")));
    }

    @Test
    void keepsAliasesThatThisSourceNeverGave() {
        states.put(TargetName.LDAP, there(Field.ALIAS, "anna@test.tux", "own@test.tux", "old@test.tux"));
        last = new LastApplied(true, Map.of(Field.ALIAS, List.of("anna@test.tux", "old@test.tux")), "");
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.to())
                        .containsExactly("anna@test.tux", "own@test.tux", "anna.alias@test.tux"));
    }

    @Test
    void keepsForeignValuesOfAnAttributeThatHoldsMany() {
        Field licence = Field.of("carlicense");
        anna = anna.with(licence, List.of("A-1"));
        states.put(TargetName.LDAP, there(licence, "A-1", "FOREIGN", "A-0"));
        last = new LastApplied(true, Map.of(licence, List.of("A-0")), "");
        assertThat(changes())
                .containsExactly(new FieldChange(licence, List.of("A-1", "FOREIGN", "A-0"), List.of("A-1", "FOREIGN")));
    }

    @Test
    void leavesAForeignValueBesideTheOneThatIsWanted() {
        states.put(TargetName.LDAP, there(Field.MAIL, "anna@test.tux", "foreign@test.tux"));
        assertThat(plan(EnumSet.allOf(TargetName.class)).kind()).isEqualTo(PlanKind.UNCHANGED);
    }

    @Test
    void aBlankCellKeepsWhatIsThereEvenWhereTheFeedRulesAlways() {
        states.put(TargetName.LDAP, there(Field.LANGUAGE, "fr_FR"));
        SortedMap<Field, List<String>> said = new TreeMap<>(anna.values());
        said.remove(Field.LANGUAGE);
        policies = new ColumnPolicies(Map.of(Field.LANGUAGE, Policy.ALWAYS), Set.of(Field.LANGUAGE));
        assertThat(plan(said, EnumSet.allOf(TargetName.class)).kind()).isEqualTo(PlanKind.UNCHANGED);
        policies = new ColumnPolicies(Map.of(Field.LANGUAGE, Policy.ALWAYS), Set.of());
        assertThat(plan(said, EnumSet.allOf(TargetName.class)).kind())
                .as("without such a column the template rules")
                .isEqualTo(PlanKind.CHANGE);
    }

    @Test
    void makesTheMailboxFirstWhereTheDirectoryIsNotWritten() {
        states.put(TargetName.GROUPWARE, new TargetState.Absent());
        states.put(TargetName.IMAP, new TargetState.Absent());
        assertThat(plan(EnumSet.of(TargetName.GROUPWARE, TargetName.IMAP)).stages())
                .extracting(Map::keySet)
                .containsExactly(Set.of(TargetName.IMAP), Set.of(TargetName.GROUPWARE));
    }

    @Test
    void looksAndDisablesBeforeADeletionAndTakesTheEntryLast() {
        TargetPlan.Delete deletion = new TargetPlan.Delete(anna.key(), anna.origin(), KnownNumbers.none(), false);
        ObjectPlan plan = ObjectPlan.deletion(deletion, EnumSet.allOf(TargetName.class));
        assertThat(plan.stages())
                .extracting(Map::keySet)
                .containsExactly(
                        EnumSet.allOf(TargetName.class),
                        Set.of(TargetName.LDAP),
                        Set.of(TargetName.GROUPWARE, TargetName.IMAP),
                        Set.of(TargetName.LDAP));
        assertThat(plan.steps(TargetName.LDAP))
                .hasExactlyElementsOfTypes(TargetPlan.Examine.class, TargetPlan.Disable.class, TargetPlan.Delete.class);
    }

    private TargetState there(Field field, String... values) {
        SortedMap<Field, List<String>> all = new TreeMap<>(anna.values());
        all.put(field, List.of(values));
        return TargetState.Present.of(all);
    }

    private List<FieldChange> changes() {
        TargetPlan plan = plan(EnumSet.allOf(TargetName.class))
                .stages()
                .get(0)
                .values()
                .iterator()
                .next();
        return ((TargetPlan.Change) plan).changes();
    }

    private ObjectPlan plan(Set<TargetName> written) {
        return plan(anna.values(), written);
    }

    private ObjectPlan plan(SortedMap<Field, List<String>> said, Set<TargetName> written) {
        UserDraft draft = new UserDraft(anna.origin(), anna.identity(), said, anna.password());
        return new Planner(policies, written)
                .plan(new Situation(
                        draft,
                        anna,
                        Users.claims(anna, 1),
                        last,
                        "",
                        states,
                        (target, field) -> !field.equals(Field.PASSWORD)));
    }
}
