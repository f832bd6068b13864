package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccessPlan;
import dev.muster.model.AccountDefaults;
import dev.muster.model.AccountDraft;
import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSettings;
import dev.muster.model.AccountSpec;
import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.Grant;
import dev.muster.model.MailAddress;
import dev.muster.model.MailboxRights;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountPlannerTest {
    private static final Origin ORIGIN = new Origin("accounts.csv", 2, 1);
    private static final ObjectKey INFO = ObjectKey.account("info");
    private static final MailAddress ADDRESS = MailAddress.of("info@test.tux");
    private static final ObjectKey ANNA = ObjectKey.user(UserName.of("anna"));
    private static final ObjectKey BERT = ObjectKey.user(UserName.of("bert"));
    private static final ObjectKey CARL = ObjectKey.user(UserName.of("carl"));
    private static final AccountView NOTHING = new AccountView(
            Optional.empty(),
            Optional.of(new TargetState.Absent()),
            MailboxRights.NONE,
            List.of(),
            Map.of(ANNA, 1L, BERT, 2L, CARL, 3L));

    private final AccountPlanner planner = new AccountPlanner(EnumSet.allOf(TargetName.class));

    @Test
    void whatIsNowhereIsMadeEverywhere() {
        AccountSteps steps = planner.plan(situation(
                spec(), AccountRecord.blank("test"), Map.of(ANNA, agent("anna"), BERT, viewer("bert")), NOTHING));
        assertThat(steps.entry()).get().isInstanceOf(AccountEntryPlan.Create.class);
        assertThat(steps.mailbox()).get().isInstanceOf(TargetPlan.Create.class);
        assertThat(steps.access())
                .contains(new AccessPlan(
                        ORIGIN,
                        ObjectKey.user(UserName.of("info")),
                        Map.of("anna", MailboxRole.AGENT, "bert", MailboxRole.VIEWER),
                        Set.of()));
        assertThat(steps.rows())
                .containsExactly(
                        new AccountPlan.Settle(ORIGIN, spec().shared(), Optional.empty(), Set.of(1L)),
                        new AccountPlan.Settle(
                                ORIGIN,
                                spec().shared().as(MailboxRole.VIEWER).orElseThrow(),
                                Optional.empty(),
                                Set.of(2L)));
    }

    @Test
    void whatIsThereAsWantedNeedsOnlyAQuestionAboutItsRows() {
        Map<ObjectKey, Grant> people = Map.of(ANNA, agent("anna"));
        AccountSteps steps = planner.plan(situation(spec(), record(people), people, there(Set.of(ANNA), "anna")));
        assertThat(steps.withRows(List.of()).isEmpty()).isTrue();
        assertThat(steps.rows()).hasSize(1);
    }

    @Test
    void whoIsNotWantedAnyMoreGoesAndWhomSomebodyElseLetInStays() {
        AccountSteps steps = planner.plan(situation(
                spec(),
                record(Map.of(ANNA, agent("anna"), BERT, agent("bert"))),
                Map.of(ANNA, agent("anna")),
                there(Set.of(ANNA, BERT, CARL), "anna", "bert", "carl")));
        AccountEntryPlan.Change change = (AccountEntryPlan.Change) steps.entry().orElseThrow();
        assertThat(change.after().members()).containsExactlyInAnyOrder(ANNA, CARL);
        assertThat(steps.access().orElseThrow().leaving()).containsExactly("bert");
        assertThat(steps.rows().get(0)).isEqualTo(new AccountPlan.Detach(ORIGIN, ADDRESS, Set.of(2L)));
    }

    @Test
    void whoOnlySendsHasNeitherRowNorRights() {
        Map<ObjectKey, Grant> people = Map.of(ANNA, grant("anna", MailboxRole.SEND_ONLY));
        AccountSteps steps = planner.plan(
                situation(spec(), record(Map.of(ANNA, agent("anna"))), people, there(Set.of(ANNA), "anna")));
        assertThat(((AccountEntryPlan.Change) steps.entry().orElseThrow())
                        .after()
                        .members())
                .isEmpty();
        assertThat(steps.access().orElseThrow().members()).containsEntry("anna", MailboxRole.SEND_ONLY);
        assertThat(steps.rows()).containsExactly(new AccountPlan.Detach(ORIGIN, ADDRESS, Set.of(1L)));
    }

    @Test
    void sheWhoWasAboutToBeLetInIsLetInAgain() {
        Grant begun = agent("anna").begun();
        AccountSteps steps = planner.plan(situation(
                spec(), record(Map.of(ANNA, begun)), Map.of(ANNA, agent("anna")), there(Set.of(ANNA), "anna")));
        assertThat(steps.access()).isPresent();
    }

    @Test
    void anotherLimitIsTheOnlyChangeOfAMailboxThatIsThere() {
        AccountSteps steps = planner.plan(new AccountSituation(
                spec(), record(Map.of()), Map.of(), there(Set.of()), mailbox(Map.of(Field.QUOTA, List.of("200")))));
        assertThat(((TargetPlan.Change) steps.mailbox().orElseThrow()).changes())
                .containsExactly(new FieldChange(Field.QUOTA, List.of("100"), List.of("200")));
    }

    @Test
    void anotherDefaultAddressIsSettledFromTheFormerOne() {
        AccountSpec moved =
                draft(List.of(MailAddress.of("post@test.tux"))).over(Optional.of(spec()), AccountDefaults.HOUSE);
        Map<ObjectKey, Grant> people = Map.of(ANNA, agent("anna"));
        AccountSteps steps = planner.plan(situation(moved, record(people), people, there(Set.of(ANNA), "anna")));
        assertThat(steps.rows())
                .containsExactly(new AccountPlan.Settle(ORIGIN, moved.shared(), Optional.of(ADDRESS), Set.of(1L)));
        assertThat(((AccountEntryPlan.Change) steps.entry().orElseThrow())
                        .after()
                        .primary())
                .isEqualTo(MailAddress.of("post@test.tux"));
    }

    @Test
    void onlyAddressesThatThisSourceGaveGo() {
        MailAddress given = MailAddress.of("given@test.tux");
        MailAddress foreign = MailAddress.of("foreign@test.tux");
        AccountSpec before = draft(List.of(ADDRESS, given)).over(Optional.empty(), AccountDefaults.HOUSE);
        AccountEntry entry =
                new AccountEntry(INFO, ADDRESS, List.of(given, foreign), Optional.empty(), Optional.empty(), Set.of());
        AccountView view =
                new AccountView(Optional.of(entry), NOTHING.mailbox(), NOTHING.rights(), List.of(), NOTHING.numbers());
        AccountSteps steps = planner.plan(
                situation(spec(), new AccountRecord("test", true, Optional.of(before), Map.of(), ""), Map.of(), view));
        assertThat(((AccountEntryPlan.Change) steps.entry().orElseThrow())
                        .after()
                        .others())
                .containsExactly(foreign);
    }

    @Test
    void whatIsNotWrittenIsNotPlanned() {
        AccountSteps steps = new AccountPlanner(Set.of(TargetName.GROUPWARE))
                .plan(situation(spec(), AccountRecord.blank("test"), Map.of(ANNA, agent("anna")), NOTHING));
        assertThat(steps.entry()).isEmpty();
        assertThat(steps.mailbox()).isEmpty();
        assertThat(steps.access()).isEmpty();
        assertThat(steps.rows()).hasSize(1);
    }

    private static AccountSituation situation(
            AccountSpec spec, AccountRecord record, Map<ObjectKey, Grant> wanted, AccountView view) {
        return new AccountSituation(spec, record, wanted, view, mailbox(Map.of()));
    }

    private static AccountSpec spec() {
        return draft(List.of(ADDRESS)).over(Optional.empty(), AccountDefaults.HOUSE);
    }

    private static AccountDraft draft(List<MailAddress> addresses) {
        return new AccountDraft(
                ORIGIN,
                INFO,
                addresses,
                new AccountSettings(Map.of(AccountField.NAME, "Info"), Map.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AccountDraft.Wishes.USUAL);
    }

    private static AccountRecord record(Map<ObjectKey, Grant> admitted) {
        return new AccountRecord("test", true, Optional.of(spec()), admitted, "");
    }

    private static Grant agent(String name) {
        return grant(name, MailboxRole.AGENT);
    }

    private static Grant viewer(String name) {
        return grant(name, MailboxRole.VIEWER);
    }

    private static Grant grant(String name, MailboxRole role) {
        return new Grant(name, name, Optional.of(role));
    }

    /** With everybody named as an agent in INBOX. */
    private static AccountView there(Set<ObjectKey> members, String... agents) {
        Map<String, String> letters = new TreeMap<>();
        List.of(agents).forEach(who -> letters.put(who, MailboxRole.AGENT.letters(Optional.empty())));
        return new AccountView(
                Optional.of(new AccountEntry(INFO, ADDRESS, List.of(), Optional.empty(), Optional.empty(), members)),
                Optional.of(TargetState.Present.of(Map.of(Field.QUOTA, List.of("100")))),
                rights(letters),
                List.of(),
                NOTHING.numbers());
    }

    private static TargetPlan.Create mailbox(Map<Field, List<String>> values) {
        UserName name = UserName.of("info");
        UserSpec spec = new UserSpec(
                ORIGIN, "account info", name, new TreeMap<>(values), new Password.Keep(), List.of(), Map.of());
        return new TargetPlan.Create(
                spec, new Claims("", "account info", name, ADDRESS, 0, 0, 0, 0, DriveName.NONE, 1));
    }

    private static MailboxRights rights(Map<String, String> letters) {
        return new MailboxRights(Map.of("INBOX", letters));
    }
}
