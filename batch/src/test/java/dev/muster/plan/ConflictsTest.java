package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Problem;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserSpec;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConflictsTest {
    private final UserSpec anna = Users.german("anna");
    private final Map<TargetName, TargetState> states = new EnumMap<>(TargetName.class);

    @Test
    void theMailboxOfADeletedPersonIsNotGivenToSomebodyElse() {
        assertThat(conflicts(Set.of(), Map.of("anna", "another key")))
                .extracting(Problem::code)
                .containsExactly(ErrorCode.MAILBOX_KEPT);
        assertThat(conflicts(Set.of(), Map.of("anna", ""))).hasSize(1);
    }

    @Test
    void thePersonHerselfGetsItBack() {
        assertThat(conflicts(Set.of(), Map.of("anna", "key-anna"))).isEmpty();
    }

    @Test
    void itIsGivenAwayAtTheAdministratorsWord() {
        assertThat(conflicts(Set.of("mailbox"), Map.of("anna", ""))).isEmpty();
    }

    @Test
    void whoIsThereKeepsIt() {
        states.put(TargetName.LDAP, TargetState.Present.of(Map.of(Field.KEY, List.of("key-anna"))));
        assertThat(conflicts(Set.of(), Map.of("anna", ""))).isEmpty();
    }

    @Test
    void aMailboxThatNobodyWasDeletedFromIsOneMadeReady() {
        states.put(TargetName.IMAP, TargetState.Present.of(Map.of()));
        assertThat(conflicts(Set.of(), Map.of("berta", ""))).isEmpty();
    }

    @Test
    void aStrangerOfTheSameNameIsTakenOverByAddressOnlyWhereItIsTheSame() {
        states.put(TargetName.LDAP, TargetState.Present.of(Map.of(Field.MAIL, List.of("ANNA@test.tux"))));
        assertThat(conflicts(Set.of(), Map.of())).extracting(Problem::code).containsExactly(ErrorCode.NOT_OURS);
        assertThat(conflicts(Set.of("mail"), Map.of())).isEmpty();
        states.put(TargetName.LDAP, TargetState.Present.of(Map.of(Field.MAIL, List.of("other@test.tux"))));
        assertThat(conflicts(Set.of("mail"), Map.of())).hasSize(1);
    }

    private List<Problem> conflicts(Set<String> adopt, Map<String, String> kept) {
        UserDraft draft = new UserDraft(anna.origin(), anna.identity(), anna.values(), anna.password());
        Situation situation = new Situation(
                draft, anna, Users.claims(anna, 1), LastApplied.never(), "", states, (target, field) -> true);
        return new Conflicts(adopt, Set.of(), EnumSet.allOf(TargetName.class))
                .of(situation, new Holdings(Map.of(), Map.of(), kept));
    }
}
