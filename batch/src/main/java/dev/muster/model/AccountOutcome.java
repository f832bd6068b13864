package dev.muster.model;

import java.util.Set;

/**
 * What came of one {@link AccountPlan}.
 *
 * @param outcome done, or why not; a plan is done for all of its members or for none
 * @param concerned the members who have the account now, or had it before it was taken from them
 * @param written those of them for whom a row was written; the others were as planned already
 */
public record AccountOutcome(StepOutcome outcome, Set<Long> concerned, Set<Long> written) {
    public AccountOutcome {
        concerned = Set.copyOf(concerned);
        written = Set.copyOf(written);
    }

    public static AccountOutcome failed(Problem problem) {
        return new AccountOutcome(new StepOutcome.Failed(problem), Set.of(), Set.of());
    }

    public static AccountOutcome done(Set<Long> concerned, Set<Long> written) {
        return new AccountOutcome(StepOutcome.Done.plainly(), concerned, written);
    }
}
