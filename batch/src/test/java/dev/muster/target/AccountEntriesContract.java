package dev.muster.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountEntry;
import dev.muster.model.AccountEntryPlan;
import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.StepOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link AccountEntries} promises. An implementation's test class implements this. */
public interface AccountEntriesContract {
    Origin ORIGIN = Origin.wholeFile("test");
    long MEGABYTE = 1L << 20;

    /** Those under test; the same ones at every call within a test. */
    AccountEntries entries();

    /** A name in lower case that nothing has in this back-end yet. */
    String freshName();

    /** Makes people who can be members. */
    void prepare(List<ObjectKey> people);

    @Test
    default void readsAnUnknownAccountAsNone() {
        ObjectKey account = ObjectKey.account(freshName());
        assertThat(entries().read(List.of(account))).containsEntry(account, Optional.empty());
    }

    @Test
    default void answersNothingWhenAskedNothing() {
        assertThat(entries().read(List.of())).isEmpty();
        assertThat(entries().apply(List.of())).isEmpty();
    }

    @Test
    default void holdsAllOfItAfterCreating() {
        AccountEntry account = created();
        assertThat(there(account)).contains(account);
    }

    @Test
    default void holdsAnAccountOfWhichLittleIsSaid() {
        AccountEntry bare = bare(freshName());
        assertDone(new AccountEntryPlan.Create(ORIGIN, bare));
        assertThat(there(bare)).contains(bare);
    }

    @Test
    default void creatingAgainIsDoneAndChangesNothing() {
        AccountEntry account = created();
        assertDone(new AccountEntryPlan.Create(ORIGIN, account));
        assertThat(there(account)).contains(account);
    }

    @Test
    default void creatingCompletesWhatIsThereInPart() {
        AccountEntry whole = whole();
        assertDone(new AccountEntryPlan.Create(ORIGIN, bare(whole.account().name())));
        assertDone(new AccountEntryPlan.Create(ORIGIN, whole));
        assertThat(there(whole)).contains(whole);
    }

    @Test
    default void anotherAccountOfThatNameIsAConflict() {
        AccountEntry account = created();
        AccountEntry other = with(account, MailAddress.of("other@test.tux"), account.personal(), account.quotaBytes());
        assertThat(problemCode(new AccountEntryPlan.Create(ORIGIN, other))).isEqualTo(ErrorCode.LDAP_ENTRY_EXISTS);
        assertThat(there(account)).contains(account);
    }

    @Test
    default void changesEveryField() {
        AccountEntry before = created();
        AccountEntry after = new AccountEntry(
                before.account(),
                MailAddress.of("neu-" + before.primary().value()),
                List.of(before.primary()),
                Optional.of("Neuer Name"),
                Optional.of(7 * MEGABYTE),
                before.members());
        assertDone(new AccountEntryPlan.Change(ORIGIN, before, after));
        assertThat(there(before)).contains(after);
    }

    @Test
    default void clearsWhatCanBeMissing() {
        AccountEntry before = created();
        AccountEntry after = bare(before.account().name());
        assertDone(new AccountEntryPlan.Change(ORIGIN, before, after));
        assertThat(there(before)).contains(after);
    }

    @Test
    default void membersComeAndGoInOneChangeThatCanBeRepeated() {
        AccountEntry before = created();
        ObjectKey newcomer = people(1).get(0);
        AccountEntry after =
                before.withMembers(Set.of(newcomer, before.members().iterator().next()));
        AccountEntryPlan plan = new AccountEntryPlan.Change(ORIGIN, before, after);
        assertDone(plan);
        assertDone(plan);
        assertThat(there(before)).contains(after);
    }

    @Test
    default void aChangeLeavesWhatSomebodyElseDidMeanwhile() {
        AccountEntry before = created();
        ObjectKey meanwhile = people(1).get(0);
        Set<ObjectKey> more = new HashSet<>(before.members());
        more.add(meanwhile);
        assertDone(new AccountEntryPlan.Change(ORIGIN, before, before.withMembers(more)));
        AccountEntry renamed = with(before, before.primary(), Optional.of("Neu"), before.quotaBytes());
        assertDone(new AccountEntryPlan.Change(ORIGIN, before, renamed));
        assertThat(there(before)).contains(renamed.withMembers(more));
    }

    @Test
    default void somebodyUnknownCannotComeAndNothingIsWritten() {
        AccountEntry before = created();
        Set<ObjectKey> strangers = Set.of(user(freshName()));
        AccountEntry after = with(before, before.primary(), Optional.of("Neu"), Optional.empty())
                .withMembers(strangers);
        assertThat(problemCode(new AccountEntryPlan.Change(ORIGIN, before, after)))
                .isEqualTo(ErrorCode.MEMBER_UNKNOWN);
        assertThat(there(before)).contains(before);
        AccountEntry other = bare(freshName()).withMembers(strangers);
        assertThat(problemCode(new AccountEntryPlan.Create(ORIGIN, other))).isEqualTo(ErrorCode.MEMBER_UNKNOWN);
    }

    @Test
    default void changingAnAccountThatIsGoneFails() {
        AccountEntry gone = bare(freshName());
        assertThat(problemCode(new AccountEntryPlan.Change(ORIGIN, gone, whole(gone))))
                .isEqualTo(ErrorCode.NOT_THERE);
    }

    @Test
    default void deletingCanBeRepeated() {
        AccountEntry account = created();
        AccountEntryPlan plan = new AccountEntryPlan.Delete(ORIGIN, account.account());
        assertDone(plan);
        assertDone(plan);
        assertThat(there(account)).isEmpty();
    }

    @Test
    default void theTroubleOfOneIsNoTroubleOfAnother() {
        AccountEntry good = whole();
        AccountEntry bad = bare(freshName()).withMembers(Set.of(user(freshName())));
        entries().apply(List.of(new AccountEntryPlan.Create(ORIGIN, bad), new AccountEntryPlan.Create(ORIGIN, good)));
        assertThat(there(good)).contains(good);
        assertThat(there(bad)).isEmpty();
    }

    private AccountEntry created() {
        AccountEntry account = whole();
        assertDone(new AccountEntryPlan.Create(ORIGIN, account));
        return account;
    }

    private AccountEntry whole() {
        return whole(bare(freshName()));
    }

    private AccountEntry whole(AccountEntry bare) {
        String name = bare.account().name();
        return new AccountEntry(
                bare.account(),
                bare.primary(),
                List.of(MailAddress.of(name + ".more@test.tux")),
                Optional.of("Büro"),
                Optional.of(50 * MEGABYTE),
                Set.copyOf(people(2)));
    }

    private static AccountEntry bare(String name) {
        return new AccountEntry(
                ObjectKey.account(name),
                MailAddress.of(name + "@test.tux"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static AccountEntry with(
            AccountEntry account, MailAddress primary, Optional<String> personal, Optional<Long> quotaBytes) {
        return new AccountEntry(account.account(), primary, account.others(), personal, quotaBytes, account.members());
    }

    private List<ObjectKey> people(int count) {
        List<ObjectKey> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(user(freshName()));
        }
        prepare(people);
        return people;
    }

    private static ObjectKey user(String name) {
        return new ObjectKey(ObjectKey.Kind.USER, name);
    }

    private Optional<AccountEntry> there(AccountEntry account) {
        return entries().read(List.of(account.account())).getOrDefault(account.account(), Optional.empty());
    }

    private void assertDone(AccountEntryPlan plan) {
        assertThat(entries().apply(List.of(plan))).containsEntry(plan.key(), StepOutcome.Done.plainly());
    }

    private ErrorCode problemCode(AccountEntryPlan plan) {
        StepOutcome outcome = entries().apply(List.of(plan)).get(plan.key());
        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        return ((StepOutcome.Failed) outcome).problem().code();
    }
}
