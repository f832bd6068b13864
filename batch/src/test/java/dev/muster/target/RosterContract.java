package dev.muster.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.ObjectKey;
import dev.muster.model.ObjectKey.Kind;
import dev.muster.model.Origin;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Roster} promises. An implementation's test class implements this and says how to come by one. */
public interface RosterContract {
    Origin ORIGIN = Origin.wholeFile("test");

    /** The roster under test; the same one at every call within a test. Its primary group is called {@code users}. */
    Roster roster();

    /** Claims whose numbers are free in this back-end. */
    RosterClaims claims(Kind kind);

    /** A name that nothing has in this back-end yet. */
    String freshName();

    /** Makes people that groups of this back-end can have as members. */
    default void prepare(List<ObjectKey> people) {}

    @Test
    default void readsSomethingUnknownAsAbsent() {
        kept().map(kind -> new ObjectKey(kind, freshName()))
                .forEach(key -> assertThat(state(key)).isEqualTo(new RosterState.Absent()));
    }

    @Test
    default void answersNothingWhenAskedNothing() {
        assertThat(roster().read(List.of())).isEmpty();
        assertThat(roster().apply(List.of())).isEmpty();
        assertThat(roster().membershipsOf(List.of())).isEmpty();
    }

    @Test
    default void holdsEveryKeptFieldAndEveryMemberAfterCreating() {
        kept().forEach(kind -> {
            RosterSpec spec = spec(kind, 2);
            assertDone(new RosterPlan.Create(spec, claims(kind)));
            assertHolds(spec);
        });
    }

    @Test
    default void creatingAgainIsDoneAndChangesNothing() {
        kept().forEach(kind -> {
            RosterSpec spec = spec(kind, 2);
            RosterPlan plan = new RosterPlan.Create(spec, claims(kind));
            assertDone(plan);
            RosterState before = state(spec.key());
            assertDone(plan);
            assertThat(state(spec.key())).isEqualTo(before);
        });
    }

    @Test
    default void somethingElseOfThatNameIsAConflict() {
        kept().forEach(kind -> {
            RosterSpec spec = spec(kind, 1);
            assertDone(new RosterPlan.Create(spec, claims(kind)));
            RosterSpec other =
                    new RosterSpec(ORIGIN, spec.key(), values(Field.DESCRIPTION, "of somebody else"), spec.members());
            assertThat(problemCode(new RosterPlan.Create(other, claims(kind))))
                    .isIn(ErrorCode.LDAP_ENTRY_EXISTS, ErrorCode.GROUPWARE_EXISTS);
            assertHolds(spec);
        });
    }

    @Test
    default void changesTheGivenFieldAndNothingElse() {
        kept().filter(kind -> roster().keeps(kind, Field.DESCRIPTION)).forEach(kind -> {
            RosterSpec spec = created(kind, 1);
            FieldChange change = new FieldChange(Field.DESCRIPTION, List.of("Für alle"), List.of("Für viele"));
            assertDone(new RosterPlan.Change(ORIGIN, spec.key(), List.of(change), Set.of(), Set.of()));
            assertHolds(with(spec, Field.DESCRIPTION, "Für viele"));
        });
    }

    @Test
    default void clearsAField() {
        kept().filter(kind -> roster().keeps(kind, Field.DESCRIPTION)).forEach(kind -> {
            RosterSpec spec = created(kind, 1);
            FieldChange change = new FieldChange(Field.DESCRIPTION, List.of("Für alle"), List.of());
            assertDone(new RosterPlan.Change(ORIGIN, spec.key(), List.of(change), Set.of(), Set.of()));
            assertThat(present(spec.key()).first(Field.DESCRIPTION)).isEmpty();
        });
    }

    @Test
    default void membersComeAndGoInOneChange() {
        withMembers().forEach(kind -> {
            RosterSpec spec = created(kind, 2);
            ObjectKey newcomer = members(kind, 1).iterator().next();
            ObjectKey leaver = spec.members().iterator().next();
            RosterPlan plan = new RosterPlan.Change(ORIGIN, spec.key(), List.of(), Set.of(newcomer), Set.of(leaver));
            assertDone(plan);
            assertDone(plan);
            Set<ObjectKey> wanted = new LinkedHashSet<>(spec.members());
            wanted.remove(leaver);
            wanted.add(newcomer);
            assertThat(present(spec.key()).members()).isEqualTo(wanted);
        });
    }

    @Test
    default void mayBeLeftWithoutMembers() {
        withMembers().forEach(kind -> {
            RosterSpec spec = created(kind, 1);
            assertDone(RosterPlan.Change.going(ORIGIN, spec.key(), spec.members()));
            assertThat(present(spec.key()).members()).isEmpty();
        });
    }

    @Test
    default void changingWhatIsNotThereIsAProblem() {
        kept().map(kind -> new ObjectKey(kind, freshName()))
                .map(key -> new RosterPlan.Change(ORIGIN, key, List.of(), Set.of(), Set.of()))
                .forEach(plan -> assertThat(problemCode(plan)).isEqualTo(ErrorCode.NOT_THERE));
    }

    @Test
    default void whatIsDeletedIsGoneAndDeletingAgainIsDone() {
        kept().forEach(kind -> {
            RosterSpec spec = created(kind, 2);
            assertDone(new RosterPlan.Delete(ORIGIN, spec.key()));
            assertDone(new RosterPlan.Delete(ORIGIN, spec.key()));
            assertThat(state(spec.key())).isEqualTo(new RosterState.Absent());
        });
    }

    @Test
    default void whatWasDeletedCanBeMadeAgainAsItWas() {
        kept().forEach(kind -> {
            RosterSpec spec = spec(kind, 2);
            RosterPlan create = new RosterPlan.Create(spec, claims(kind));
            assertDone(create);
            RosterState before = state(spec.key());
            assertDone(new RosterPlan.Delete(ORIGIN, spec.key()));
            assertDone(create);
            assertThat(state(spec.key())).isEqualTo(before);
        });
    }

    @Test
    default void knowsWhereSomebodyIsAMember() {
        withMembers().forEach(kind -> {
            RosterSpec first = created(kind, 1);
            ObjectKey member = first.members().iterator().next();
            RosterSpec second = created(kind, 1);
            assertDone(RosterPlan.Change.coming(ORIGIN, second.key(), first.members()));
            ObjectKey lonely = members(kind, 1).iterator().next();
            assertThat(roster().membershipsOf(List.of(member, lonely)))
                    .containsEntry(member, Set.of(first.key(), second.key()))
                    .containsEntry(lonely, Set.of());
        });
    }

    @Test
    default void everybodyIsInThePrimaryGroupAndNobodyIsListed() {
        ObjectKey users = ObjectKey.group("users");
        Set<ObjectKey> people = members(Kind.GROUP, 1);
        assertDone(RosterPlan.Change.coming(ORIGIN, users, people));
        assertThat(present(users).everybody()).isTrue();
        assertThat(present(users).members()).isEmpty();
        assertThat(roster().membershipsOf(people).values()).containsOnly(Set.of());
    }

    @Test
    default void thePrimaryGroupIsNeitherLeftNorDeleted() {
        ObjectKey users = ObjectKey.group("users");
        Set<ObjectKey> people = members(Kind.GROUP, 1);
        assertThat(problemCode(RosterPlan.Change.going(ORIGIN, users, people))).isEqualTo(ErrorCode.PROTECTED);
        assertThat(problemCode(new RosterPlan.Delete(ORIGIN, users))).isEqualTo(ErrorCode.PROTECTED);
        assertThat(present(users).everybody()).isTrue();
    }

    @Test
    default void oneThatIsRefusedDoesNotStopTheOthers() {
        List<RosterPlan> plans = new ArrayList<>();
        plans.add(new RosterPlan.Delete(ORIGIN, ObjectKey.group("users")));
        IntStream.range(0, 20)
                .mapToObj(i -> spec(Kind.GROUP, 1))
                .forEach(spec -> plans.add(new RosterPlan.Create(spec, claims(Kind.GROUP))));
        assertThat(roster().apply(plans).values())
                .hasSize(21)
                .filteredOn(StepOutcome.Done.class::isInstance)
                .hasSize(20);
    }

    private Stream<Kind> kept() {
        return Stream.of(Kind.values()).filter(kind -> roster().keeps(kind));
    }

    private Stream<Kind> withMembers() {
        return kept().filter(Kind::hasMembers);
    }

    private RosterSpec created(Kind kind, int members) {
        RosterSpec spec = spec(kind, members);
        assertDone(new RosterPlan.Create(spec, claims(kind)));
        return spec;
    }

    private RosterSpec spec(Kind kind, int members) {
        String name = freshName();
        SortedMap<Field, List<String>> values = new TreeMap<>();
        values.put(Field.DISPLAYNAME, List.of("Größe " + name));
        values.put(Field.DESCRIPTION, List.of("Für alle"));
        values.put(Field.MAIL, List.of(name + "@test.tux"));
        values.put(Field.AVAILABLE, List.of("no"));
        values.keySet().removeIf(field -> !roster().keeps(kind, field));
        return new RosterSpec(ORIGIN, new ObjectKey(kind, name), values, members(kind, members));
    }

    private Set<ObjectKey> members(Kind kind, int count) {
        Set<ObjectKey> members = new LinkedHashSet<>();
        for (int i = 0; kind.hasMembers() && i < count; i++) {
            members.add(new ObjectKey(kind.ofMembers(), freshName()));
        }
        if (kind == Kind.GROUP) {
            prepare(List.copyOf(members));
        }
        return members;
    }

    private static RosterSpec with(RosterSpec spec, Field field, String value) {
        SortedMap<Field, List<String>> values = new TreeMap<>(spec.values());
        values.put(field, List.of(value));
        return new RosterSpec(spec.origin(), spec.key(), values, spec.members());
    }

    private static SortedMap<Field, List<String>> values(Field field, String value) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        values.put(field, List.of(value));
        return values;
    }

    private void assertDone(RosterPlan plan) {
        assertThat(roster().apply(List.of(plan))).containsEntry(plan.key(), StepOutcome.Done.plainly());
    }

    private ErrorCode problemCode(RosterPlan plan) {
        StepOutcome outcome = roster().apply(List.of(plan)).get(plan.key());
        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        return ((StepOutcome.Failed) outcome).problem().code();
    }

    private RosterState state(ObjectKey key) {
        return roster().read(List.of(key)).get(key);
    }

    private RosterState.Present present(ObjectKey key) {
        assertThat(state(key)).isInstanceOf(RosterState.Present.class);
        return (RosterState.Present) state(key);
    }

    private void assertHolds(RosterSpec spec) {
        RosterState.Present present = present(spec.key());
        spec.values()
                .forEach((field, wanted) -> assertThat(present.values())
                        .as("%s of %s", field, spec.key())
                        .containsEntry(field, wanted));
        assertThat(present.members()).isEqualTo(spec.members());
    }
}
