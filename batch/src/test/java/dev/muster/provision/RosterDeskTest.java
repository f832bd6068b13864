package dev.muster.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterPlan;
import dev.muster.model.RosterSpec;
import dev.muster.model.RosterState;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.memory.MemoryTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RosterDeskTest {
    private static final Origin ORIGIN = Origin.wholeFile("test");
    private static final ObjectKey SALES = ObjectKey.group("sales");
    private static final ObjectKey ANNA = new ObjectKey(ObjectKey.Kind.USER, "anna");
    private static final ObjectKey BERT = new ObjectKey(ObjectKey.Kind.USER, "bert");
    private static final Problem REFUSAL = new Problem(ORIGIN, ErrorCode.GROUPWARE_REFUSED, "", "No.", "");

    private final MemoryTarget ldap = new MemoryTarget(TargetName.LDAP, field -> true);
    private final MemoryTarget groupware = new MemoryTarget(TargetName.GROUPWARE, field -> true);
    private final RosterDesk desk = new RosterDesk(new Targets(
            Map.of(TargetName.LDAP, ldap, TargetName.GROUPWARE, groupware),
            Set.of(TargetName.LDAP, TargetName.GROUPWARE),
            Map.of()));

    @Test
    void writesTheDirectoryFirst() {
        RosterJourney journey = apply(create(ANNA), false);
        assertThat(journey.succeeded()).isTrue();
        assertThat(journey.done())
                .extracting(RosterStep::target)
                .containsExactly(TargetName.LDAP, TargetName.GROUPWARE);
    }

    @Test
    void whatIsRefusedInTheSecondIsTakenBackInTheFirst() {
        groupware.groups().refuse(SALES, new StepOutcome.Failed(REFUSAL));
        RosterJourney journey = apply(create(ANNA), false);
        assertThat(journey.problems()).containsExactly(REFUSAL);
        assertThat(journey.done()).isEmpty();
        assertThat(desk.read(SALES).values()).containsOnly(new RosterState.Absent());
    }

    @Test
    void whatIsToBeKeptIsNotTakenBack() {
        groupware.groups().refuse(SALES, new StepOutcome.Failed(REFUSAL));
        RosterJourney journey = apply(create(ANNA), true);
        assertThat(journey.done()).extracting(RosterStep::target).containsExactly(TargetName.LDAP);
        assertThat(desk.read(SALES).get(TargetName.LDAP)).isInstanceOf(RosterState.Present.class);
    }

    @Test
    void aDeletionIsTakenBackWithMembers() {
        apply(create(ANNA, BERT), false);
        Map<TargetName, RosterState> before = desk.read(SALES);
        groupware.groups().refuse(SALES, new StepOutcome.Failed(REFUSAL));
        apply(new RosterPlan.Delete(ORIGIN, SALES), false);
        assertThat(desk.read(SALES)).isEqualTo(before);
    }

    @Test
    void aChangeOfMembersIsTakenBack() {
        apply(create(ANNA), false);
        Map<TargetName, RosterState> before = desk.read(SALES);
        groupware.groups().refuse(SALES, new StepOutcome.Failed(REFUSAL));
        apply(new RosterPlan.Change(ORIGIN, SALES, List.of(), Set.of(BERT), Set.of(ANNA)), false);
        assertThat(desk.read(SALES)).isEqualTo(before);
    }

    @Test
    void aRefusalOfSomebodyElsesGroupDoesNotDeleteIt() {
        ldap.groups().apply(List.of(create(BERT)));
        RosterStep step = new RosterStep(TargetName.LDAP, createAs(9), new RosterState.Absent());
        assertThat(desk.apply(List.of(step), false).succeeded()).isFalse();
        assertThat(desk.read(SALES).get(TargetName.LDAP)).isInstanceOf(RosterState.Present.class);
    }

    @Test
    void aNewResourceIsMadeWhereItHasANumberFirst() {
        ObjectKey room = ObjectKey.resource("room");
        RosterSpec spec = new RosterSpec(ORIGIN, room, new TreeMap<>(), Set.of());
        assertThat(RosterDesk.steps(new RosterPlan.Create(spec, new RosterClaims(0, 8)), desk.read(room)))
                .extracting(RosterStep::target)
                .containsExactly(TargetName.GROUPWARE, TargetName.LDAP);
    }

    @Test
    void tellsWhereSomebodyIsAMember() {
        apply(create(ANNA), false);
        assertThat(desk.membershipsOf(ANNA))
                .isEqualTo(Map.of(TargetName.LDAP, Set.of(SALES), TargetName.GROUPWARE, Set.of(SALES)));
    }

    private RosterJourney apply(RosterPlan plan, boolean keepPartial) {
        return desk.apply(RosterDesk.steps(plan, desk.read(plan.key())), keepPartial);
    }

    private static RosterPlan create(ObjectKey... members) {
        return new RosterPlan.Create(
                new RosterSpec(ORIGIN, SALES, new TreeMap<>(), Set.of(members)), new RosterClaims(7, 8));
    }

    private static RosterPlan createAs(long number) {
        return new RosterPlan.Create(
                new RosterSpec(ORIGIN, SALES, new TreeMap<>(), Set.of()), new RosterClaims(number, number));
    }
}
