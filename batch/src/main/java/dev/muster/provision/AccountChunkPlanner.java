package dev.muster.provision;

import dev.muster.model.AccountDraft;
import dev.muster.model.AccountRecord;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans a chunk of shared accounts, after people and groups: a member is fine when it is there or has a plan. For one
 * thread.
 */
public final class AccountChunkPlanner {
    private final AccountRules rules;
    private final AccountWishes wishes;
    private final AccountRoom room;

    public AccountChunkPlanner(AccountRules rules) {
        this.rules = rules;
        this.wishes = new AccountWishes(rules);
        this.room = new AccountRoom(rules);
    }

    /** One answer per draft, in the same order. That those with a plan are this source's is recorded before this returns. */
    public List<PlannedAccount> plan(List<AccountDraft> drafts) {
        Map<ObjectKey, AccountRecord> records = rules.book().find(AccountWishes.keys(drafts));
        Map<ObjectKey, List<Problem>> problems = new HashMap<>();
        List<AccountDraft> fine = new ArrayList<>();
        for (AccountDraft draft : drafts) {
            List<Problem> found = AccountJudge.unplannable(
                    draft, wishes.record(draft, records), rules.book().source());
            problems.put(draft.key(), found);
            if (found.isEmpty()) {
                fine.add(draft);
            }
        }
        Map<ObjectKey, AccountWork> works = works(fine, records, problems);
        record(works.values().stream()
                .filter(work -> problems.getOrDefault(work.key(), List.of()).isEmpty())
                .toList());
        return drafts.stream()
                .map(draft -> answer(draft, works.get(draft.key()), problems.getOrDefault(draft.key(), List.of())))
                .toList();
    }

    private Map<ObjectKey, AccountWork> works(
            List<AccountDraft> drafts, Map<ObjectKey, AccountRecord> records, Map<ObjectKey, List<Problem>> problems) {
        Map<ObjectKey, AccountWork> works = new LinkedHashMap<>();
        if (drafts.isEmpty()) {
            return works;
        }
        List<AccountWork> plain = room.works(wishes.ask(drafts, records, true));
        AccountJudge judge = new AccountJudge(rules, plain);
        for (AccountWork work : plain) {
            AccountWork whole = work.with(judge.losses(work));
            works.put(work.key(), whole);
            problems.put(work.key(), judge.problems(whole));
        }
        return works;
    }

    /** A wish that means nothing to any target, such as to follow groups from now on, is recorded at once. */
    private void record(List<AccountWork> works) {
        rules.book().claim(works.stream().map(AccountWork::key).toList());
        Map<ObjectKey, AccountRecord> quiet = new LinkedHashMap<>();
        for (AccountWork work : works) {
            boolean other = work.record()
                    .applied()
                    .filter(before -> !before.means(work.spec()))
                    .isPresent();
            if (other && work.kind() == PlanKind.UNCHANGED) {
                quiet.put(
                        work.key(),
                        new AccountRecord(
                                rules.book().source(),
                                true,
                                Optional.of(AccountPasswords.without(work.spec())),
                                work.record().granted(),
                                work.record().passwordDigest()));
            }
        }
        rules.book().save(quiet);
    }

    private static PlannedAccount answer(AccountDraft draft, @Nullable AccountWork work, List<Problem> problems) {
        return work == null || !problems.isEmpty()
                ? new PlannedAccount.Refused(problems)
                : new PlannedAccount.Ready(work.toRecord(), draft.origin());
    }
}
