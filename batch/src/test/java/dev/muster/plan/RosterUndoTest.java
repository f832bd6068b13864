package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RosterUndoTest {
    private static final Origin ORIGIN = Origin.wholeFile("test");
    private static final ObjectKey SALES = ObjectKey.group("sales");
    private static final ObjectKey ANNA = new ObjectKey(ObjectKey.Kind.USER, "anna");
    private static final ObjectKey BERT = new ObjectKey(ObjectKey.Kind.USER, "bert");
    private static final RosterState ABSENT = new RosterState.Absent();

    @Test
    void whatWasMadeIsDeleted() {
        assertThat(RosterUndo.of(create(7), ABSENT)).contains(new RosterPlan.Delete(ORIGIN, SALES));
    }

    @Test
    void whatWasThereBeforeIsNotDeleted() {
        assertThat(RosterUndo.of(create(7), present(Map.of(), ANNA))).isEmpty();
    }

    @Test
    void onlyThoseGoWhoCameAndOnlyThoseComeBackWhoWent() {
        ObjectKey carl = new ObjectKey(ObjectKey.Kind.USER, "carl");
        ObjectKey dora = new ObjectKey(ObjectKey.Kind.USER, "dora");
        RosterPlan plan = new RosterPlan.Change(ORIGIN, SALES, List.of(), Set.of(ANNA, BERT), Set.of(carl, dora));
        RosterPlan.Change undo = (RosterPlan.Change)
                RosterUndo.of(plan, present(Map.of(), ANNA, carl)).orElseThrow();
        assertThat(undo.going()).containsExactly(BERT);
        assertThat(undo.coming()).containsExactly(carl);
    }

    @Test
    void fieldsGetTheValuesThatWereThere() {
        FieldChange change = new FieldChange(Field.DESCRIPTION, List.of("planned"), List.of("new"));
        RosterPlan plan = new RosterPlan.Change(ORIGIN, SALES, List.of(change), Set.of(), Set.of());
        RosterPlan.Change undo =
                (RosterPlan.Change) RosterUndo.of(plan, present(Map.of(Field.DESCRIPTION, List.of("real"))))
                        .orElseThrow();
        assertThat(undo.changes()).containsExactly(new FieldChange(Field.DESCRIPTION, List.of("new"), List.of("real")));
    }

    @Test
    void whatWasDeletedComesBackWithItsNumbersAndMembers() {
        RosterState before = present(Map.of(Field.GID_NUMBER, List.of("7"), Field.DESCRIPTION, List.of("x")), ANNA);
        RosterPlan.Create undo = (RosterPlan.Create)
                RosterUndo.of(new RosterPlan.Delete(ORIGIN, SALES), before).orElseThrow();
        assertThat(undo.claims()).isEqualTo(new RosterClaims(7, 0));
        assertThat(undo.spec().members()).containsExactly(ANNA);
        assertThat(undo.spec().values()).containsOnlyKeys(Field.DESCRIPTION);
    }

    @Test
    void ofWhatMayHaveBeenMadeOnlyOurOwnIsDeleted() {
        RosterState ours = present(Map.of(Field.GID_NUMBER, List.of("7")), ANNA);
        RosterState others = present(Map.of(Field.GID_NUMBER, List.of("8")), ANNA);
        assertThat(RosterUndo.ofLost(create(7), ABSENT, ours)).isPresent();
        assertThat(RosterUndo.ofLost(create(7), ABSENT, others)).isEmpty();
        assertThat(RosterUndo.ofLost(create(7), ABSENT, ABSENT)).isEmpty();
    }

    private static RosterPlan create(long gidNumber) {
        return new RosterPlan.Create(
                new RosterSpec(ORIGIN, SALES, new TreeMap<>(), Set.of(ANNA)), new RosterClaims(gidNumber, 0));
    }

    private static RosterState present(Map<Field, List<String>> values, ObjectKey... members) {
        return new RosterState.Present(new TreeMap<>(values), Set.of(members), false);
    }
}
