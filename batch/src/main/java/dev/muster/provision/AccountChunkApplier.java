package dev.muster.provision;

import dev.muster.ledger.ObjectOutcome;
import dev.muster.ledger.ObjectOutcome.Result;
import dev.muster.model.AccountDraft;
import dev.muster.model.AccountRecord;
import dev.muster.model.ErrorCode;
import dev.muster.model.Grant;
import dev.muster.model.ObjectKey;
import dev.muster.model.PlanKind;
import dev.muster.model.Problem;
import dev.muster.provision.AccountRoom.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Applies recorded plans for shared accounts: resolves groups as they are now, reads the targets again, says what it is
 * about to write, and writes it. Repeating a chunk is safe. For one thread at a time.
 */
public final class AccountChunkApplier {
    private final AccountRules rules;
    private final AccountWishes wishes;
    private final AccountRoom room;
    private final AccountPasswords passwords;

    public AccountChunkApplier(AccountRules rules) {
        this.rules = rules;
        this.wishes = new AccountWishes(rules);
        this.room = new AccountRoom(rules);
        this.passwords = new AccountPasswords(rules.house().siteKey());
    }

    /** Takes what is about to be written, and has committed it when it returns. */
    public interface Intents {
        /**
         * @param images what changed objects looked like before, by ordinal
         * @param coming who is about to be let in, by account
         */
        void commit(Map<Long, String> images, Map<ObjectKey, Map<ObjectKey, Grant>> coming);
    }

    /**
     * Applies plans. A member who is not there, because making her failed, is left out, and the account counts as failed. A
     * plan without changes whose members are still the same has no outcome.
     *
     * @param assignments at most one per account
     */
    public List<ObjectOutcome> apply(List<AccountAssignment> assignments, Intents intents) {
        Map<ObjectKey, AccountAssignment> byKey = new LinkedHashMap<>();
        assignments.forEach(assignment -> byKey.put(assignment.draft().key(), assignment));
        List<AccountDraft> drafts =
                assignments.stream().map(AccountAssignment::draft).toList();
        Map<ObjectKey, AccountRecord> records = rules.book().find(byKey.keySet());
        List<Asked> toDo = wishes.ask(drafts, records, false).stream()
                .filter(asked -> isToDo(of(byKey, asked.draft().key()), asked))
                .toList();
        List<ObjectOutcome> outcomes = new ArrayList<>();
        List<AccountWork> works = works(toDo, byKey, outcomes);
        if (works.isEmpty()) {
            return outcomes;
        }
        intents.commit(images(works), coming(works));
        AccountWriting writing = new AccountWriting(rules, works);
        writing.run();
        Optional<Problem> warning = new FollowUpDesk(rules.targets().followUps()).tell("user", writing.changed());
        works.forEach(work -> outcomes.add(outcome(work, writing, warning)));
        record(works, writing);
        return outcomes;
    }

    private static AccountAssignment of(Map<ObjectKey, AccountAssignment> byKey, ObjectKey key) {
        return Objects.requireNonNull(byKey.get(key), "every account has its assignment");
    }

    private static boolean isToDo(AccountAssignment assignment, Asked asked) {
        return assignment.row().kind() != PlanKind.UNCHANGED
                || !asked.wanted().equals(asked.record().granted());
    }

    private List<AccountWork> works(
            List<Asked> toDo, Map<ObjectKey, AccountAssignment> byKey, List<ObjectOutcome> outcomes) {
        if (toDo.isEmpty()) {
            return List.of();
        }
        List<AccountWork> plain = room.works(toDo);
        AccountJudge judge = new AccountJudge(rules, plain);
        List<AccountWork> works = new ArrayList<>();
        for (AccountWork work : plain) {
            AccountWork whole = work.with(judge.losses(work));
            Optional<ObjectOutcome> objection = objection(whole, of(byKey, work.key()), judge);
            objection.ifPresentOrElse(outcomes::add, () -> works.add(whole));
        }
        return works;
    }

    private Optional<ObjectOutcome> objection(AccountWork work, AccountAssignment assignment, AccountJudge judge) {
        long ordinal = assignment.row().ordinal();
        List<Problem> problems = judge.problems(work).stream()
                .filter(problem -> problem.code() != ErrorCode.MEMBER_UNKNOWN && problem.code() != ErrorCode.NOT_OURS)
                .toList();
        if (!problems.isEmpty()) {
            return Optional.of(new ObjectOutcome(ordinal, Result.FAILED, "", problems));
        }
        List<String> unplanned = new ArrayList<>(AccountDigests.unexplained(AccountDigests.of(work)));
        unplanned.removeAll(assignment.row().changes());
        return unplanned.isEmpty() || assignment.row().kind() == PlanKind.CREATE
                ? Optional.empty()
                : Optional.of(new ObjectOutcome(ordinal, Result.LEFT_OUT, "", List.of(changed(work, unplanned))));
    }

    private static Problem changed(AccountWork work, List<String> unplanned) {
        List<String> fields =
                unplanned.stream().map(line -> line.split(" ")[1]).distinct().toList();
        return new Problem(
                work.draft().origin(),
                ErrorCode.CHANGED_SINCE_PLAN,
                "",
                "Somebody changed the " + work.key() + " after the plan was made (" + String.join(", ", fields)
                        + "); nothing was touched.",
                "Import the feed again: the new plan starts from what is there now.");
    }

    private static Map<Long, String> images(List<AccountWork> works) {
        Map<Long, String> images = new LinkedHashMap<>();
        works.forEach(work -> images.put(work.draft().origin().ordinal(), AccountDigests.image(work)));
        return images;
    }

    private static Map<ObjectKey, Map<ObjectKey, Grant>> coming(List<AccountWork> works) {
        Map<ObjectKey, Map<ObjectKey, Grant>> coming = new LinkedHashMap<>();
        works.forEach(work -> coming.put(work.key(), work.coming()));
        return coming;
    }

    private static ObjectOutcome outcome(AccountWork work, AccountWriting writing, Optional<Problem> warning) {
        List<Problem> problems = new ArrayList<>(writing.problems(work.key()));
        if (!work.unknown().isEmpty()) {
            problems.add(AccountJudge.unknownMembers(work.draft(), work.unknown()));
        }
        Result result = problems.isEmpty() ? Result.DONE : Result.FAILED;
        // For a warning nothing fails.
        warning.filter(any -> any.origin().equals(work.draft().origin())).ifPresent(problems::add);
        return new ObjectOutcome(work.draft().origin().ordinal(), result, writing.targets(work.key()), problems);
    }

    /** Whoever went through all targets is recorded, even where single members were refused: they come the next time. */
    private void record(List<AccountWork> works, AccountWriting writing) {
        Map<ObjectKey, AccountRecord> records = new LinkedHashMap<>();
        Map<ObjectKey, Map<ObjectKey, Grant>> granted = new LinkedHashMap<>();
        for (AccountWork work : works) {
            if (writing.isThrough(work.key())) {
                Map<ObjectKey, Grant> people =
                        new LinkedHashMap<>(work.situation().wanted());
                Set<ObjectKey> refused = writing.refused(work.key());
                people.replaceAll((person, grant) -> refused.contains(person) ? grant.begun() : grant);
                granted.put(work.key(), people);
                records.put(work.key(), record(work));
            }
        }
        rules.book().save(records);
        rules.book().grant(granted);
    }

    private AccountRecord record(AccountWork work) {
        String digest = passwords.digest(
                work.draft().over(work.record().applied(), rules.house().defaults()), work.record());
        return new AccountRecord(
                rules.book().source(), true, Optional.of(AccountPasswords.without(work.spec())), Map.of(), digest);
    }
}
