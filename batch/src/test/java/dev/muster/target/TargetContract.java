package dev.muster.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.KnownNumbers;
import dev.muster.model.ObjectKey;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Target} promises. An implementation's test class implements this and says how to come by one. */
public interface TargetContract {
    /** The target under test; the same one at every call within a test. */
    Target target();

    /** Claims whose numbers are free in this target. */
    Claims claims(UserSpec spec);

    /** A name that nobody has in this target yet. */
    String freshName();

    /** What another target does first in a real run: a Dovecot login needs the directory entry. */
    default void prepare(UserSpec spec) {}

    /** A field to change and its new value, for a person as {@link Users#german} makes her. */
    FieldChange sampleChange();

    @Test
    default void readsSomebodyUnknownAsAbsent() {
        ObjectKey key = ObjectKey.user(UserName.of(freshName()));
        assertThat(target().read(List.of(key))).containsOnlyKeys(key);
        assertThat(target().read(List.of(key)).get(key)).isEqualTo(new TargetState.Absent());
    }

    @Test
    default void answersNothingWhenAskedNothing() {
        assertThat(target().read(List.of())).isEmpty();
        assertThat(target().apply(List.of())).isEmpty();
    }

    @Test
    default void holdsEveryKeptFieldAfterCreating() {
        UserSpec spec = newcomer();
        assertThat(create(spec)).isInstanceOf(StepOutcome.Done.class);
        assertHolds(spec);
    }

    @Test
    default void creatingAgainIsDoneAndChangesNothing() {
        UserSpec spec = newcomer();
        TargetPlan plan = new TargetPlan.Create(spec, claims(spec));
        target().apply(List.of(plan));
        TargetState before = state(spec);
        assertThat(target().apply(List.of(plan)).get(spec.key())).isInstanceOf(StepOutcome.Done.class);
        assertThat(state(spec)).isEqualTo(before);
    }

    @Test
    default void changesTheGivenFieldAndNothingElse() {
        UserSpec spec = newcomer();
        Claims claims = claims(spec);
        target().apply(List.of(new TargetPlan.Create(spec, claims)));
        FieldChange sample = sampleChange();
        UserSpec wanted = spec.with(sample.field(), sample.to());
        Map<ObjectKey, StepOutcome> outcome =
                target().apply(List.of(new TargetPlan.Change(wanted, claims, List.of(sample))));
        assertThat(outcome.get(spec.key())).isInstanceOf(StepOutcome.Done.class);
        assertHolds(wanted);
    }

    @Test
    default void createsManyInOneCall() {
        List<UserSpec> specs = IntStream.range(0, 30).mapToObj(i -> newcomer()).toList();
        List<TargetPlan> plans = new ArrayList<>();
        specs.forEach(spec -> plans.add(new TargetPlan.Create(spec, claims(spec))));
        assertThat(target().apply(plans))
                .hasSize(30)
                .allSatisfy((key, outcome) -> assertThat(outcome).isInstanceOf(StepOutcome.Done.class));
        specs.forEach(this::assertHolds);
    }

    @Test
    default void nobodyIsThereAnyMoreAfterDeleting() {
        UserSpec spec = newcomer();
        create(spec);
        assertThat(delete(spec)).isInstanceOf(StepOutcome.Done.class);
        assertThat(state(spec)).isEqualTo(new TargetState.Absent());
    }

    @Test
    default void deletingAgainIsDone() {
        UserSpec spec = newcomer();
        create(spec);
        delete(spec);
        assertThat(delete(spec)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    default void deletingSomebodyUnknownIsDone() {
        assertThat(delete(Users.german(freshName()))).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    default void deletingLeavesEverybodyElseAlone() {
        UserSpec leaver = newcomer();
        UserSpec other = newcomer();
        create(leaver);
        create(other);
        TargetState before = state(other);
        delete(leaver);
        assertThat(state(other)).isEqualTo(before);
    }

    @Test
    default void takesBackWhatACreationMade() {
        UserSpec spec = newcomer();
        TargetPlan.Create made = new TargetPlan.Create(spec, claims(spec));
        target().apply(List.of(made));
        assertThat(target().apply(List.of(TargetPlan.Delete.undoing(made))).get(spec.key()))
                .isInstanceOf(StepOutcome.Done.class);
        assertThat(state(spec)).isEqualTo(new TargetState.Absent());
    }

    @Test
    default void aNameCanBeMadeAnewAfterDeleting() {
        UserSpec spec = newcomer();
        create(spec);
        delete(spec);
        assertThat(create(spec)).isInstanceOf(StepOutcome.Done.class);
        assertHolds(spec);
    }

    @Test
    default void lookingWhetherSomebodyCanGoTouchesNothing() {
        UserSpec spec = newcomer();
        create(spec);
        TargetState before = state(spec);
        TargetPlan.Delete deletion = new TargetPlan.Delete(spec.key(), spec.origin(), KnownNumbers.none(), false);
        assertThat(target().apply(List.of(new TargetPlan.Examine(deletion))).get(spec.key()))
                .isEqualTo(StepOutcome.Done.plainly());
        assertThat(state(spec)).isEqualTo(before);
    }

    @Test
    default void whoIsShutOutStays() {
        UserSpec spec = newcomer();
        create(spec);
        TargetPlan.Disable plan = new TargetPlan.Disable(spec.key(), spec.origin(), KnownNumbers.none());
        for (int time = 0; time < 2; time++) {
            assertThat(target().apply(List.of(plan)).get(spec.key())).isInstanceOf(StepOutcome.Done.class);
        }
        assertHolds(spec.with(Field.ACTIVATED, List.of("no")));
    }

    @Test
    default void shuttingOutSomebodyUnknownIsDone() {
        UserSpec spec = Users.german(freshName());
        TargetPlan.Disable plan = new TargetPlan.Disable(spec.key(), spec.origin(), KnownNumbers.none());
        assertThat(target().apply(List.of(plan)).get(spec.key())).isInstanceOf(StepOutcome.Done.class);
    }

    private StepOutcome delete(UserSpec spec) {
        TargetPlan plan = new TargetPlan.Delete(spec.key(), spec.origin(), KnownNumbers.none(), false);
        return target().apply(List.of(plan)).get(spec.key());
    }

    private UserSpec newcomer() {
        UserSpec spec = Users.german(freshName());
        prepare(spec);
        return spec;
    }

    private StepOutcome create(UserSpec spec) {
        return target().apply(List.of(new TargetPlan.Create(spec, claims(spec))))
                .get(spec.key());
    }

    private TargetState state(UserSpec spec) {
        return target().read(List.of(spec.key())).get(spec.key());
    }

    private void assertHolds(UserSpec spec) {
        assertThat(state(spec)).isInstanceOf(TargetState.Present.class);
        TargetState.Present present = (TargetState.Present) state(spec);
        spec.values().forEach((field, wanted) -> {
            if (target().keeps(field)) {
                assertThat(new HashSet<>(present.values(field)))
                        .as("%s of %s", field, spec.key())
                        .isEqualTo(new HashSet<>(wanted));
            }
        });
    }
}
