package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RosterPlannerTest {
    private static final Origin ORIGIN = new Origin("groups.csv", 2, 1);
    private static final ObjectKey SALES = ObjectKey.group("sales");
    private static final ObjectKey ANNA = user("anna");
    private static final ObjectKey BERT = user("bert");
    private static final ObjectKey CARL = user("carl");
    private static final RosterClaims CLAIMS = new RosterClaims(7, 8);

    @Test
    void whatIsNotThereIsMade() {
        RosterSpec spec = spec(Map.of(), ANNA);
        assertThat(plan(spec, Set.of(), false, new RosterState.Absent())).contains(new RosterPlan.Create(spec, CLAIMS));
    }

    @Test
    void whatIsThereAsWantedNeedsNothing() {
        RosterSpec spec = spec(Map.of(Field.MAIL, List.of("Sales@test.tux")), ANNA);
        RosterState there = present(Map.of(Field.MAIL, List.of("sales@test.tux")), user("Anna"));
        assertThat(plan(spec, Set.of(ANNA), false, there)).isEmpty();
    }

    @Test
    void onlyTheMembersThatThisSourceGaveGo() {
        RosterState there = present(Map.of(), ANNA, BERT, CARL);
        assertThat(plan(spec(Map.of(), ANNA), Set.of(ANNA, BERT), false, there))
                .contains(RosterPlan.Change.going(ORIGIN, SALES, Set.of(BERT)));
    }

    @Test
    void everyOtherMemberGoesWhereTheSourceIsComplete() {
        RosterState there = present(Map.of(), ANNA, BERT, CARL);
        assertThat(plan(spec(Map.of(), ANNA), Set.of(), true, there))
                .contains(RosterPlan.Change.going(ORIGIN, SALES, Set.of(BERT, CARL)));
    }

    @Test
    void whoIsMissingComesAndWhoWasGivenButWentMeanwhileIsNoTrouble() {
        assertThat(plan(spec(Map.of(), ANNA, CARL), Set.of(BERT), false, present(Map.of(), ANNA)))
                .contains(RosterPlan.Change.coming(ORIGIN, SALES, Set.of(CARL)));
    }

    @Test
    void onlyFieldsThatTheTargetKeepsAreChanged() {
        RosterSpec spec = spec(Map.of(Field.DESCRIPTION, List.of("new"), Field.MAIL, List.of("new@test.tux")), ANNA);
        RosterSituation situation = new RosterSituation(
                spec, CLAIMS, Set.of(), false, present(Map.of(), ANNA), field -> field.equals(Field.DESCRIPTION));
        FieldChange change = new FieldChange(Field.DESCRIPTION, List.of(), List.of("new"));
        assertThat(RosterPlanner.plan(situation))
                .contains(new RosterPlan.Change(ORIGIN, SALES, List.of(change), Set.of(), Set.of()));
    }

    @Test
    void nobodyComesToOrGoesFromThePrimaryGroup() {
        RosterState everybody = new RosterState.Present(new TreeMap<>(), Set.of(), true);
        assertThat(plan(spec(Map.of(), ANNA), Set.of(BERT), true, everybody)).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNotPlanned() {
        assertThatThrownBy(() -> plan(spec(Map.of()), Set.of(), false, new RosterState.Unknown("twice")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    private static Optional<RosterPlan> plan(
            RosterSpec spec, Set<ObjectKey> given, boolean complete, RosterState there) {
        return RosterPlanner.plan(new RosterSituation(spec, CLAIMS, given, complete, there, field -> true));
    }

    private static RosterSpec spec(Map<Field, List<String>> values, ObjectKey... members) {
        return new RosterSpec(ORIGIN, SALES, new TreeMap<>(values), Set.of(members));
    }

    private static RosterState present(Map<Field, List<String>> values, ObjectKey... members) {
        return new RosterState.Present(new TreeMap<>(values), Set.of(members), false);
    }

    private static ObjectKey user(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }
}
