package dev.muster.job;

import dev.muster.guard.FeedGuard;
import dev.muster.input.Feed;
import dev.muster.input.FeedCheck;
import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import dev.muster.provision.AccountBook;
import dev.muster.provision.AccountChunkApplier;
import dev.muster.provision.AccountChunkPlanner;
import dev.muster.provision.AccountRules;
import dev.muster.provision.ChunkApplier;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.RosterChunkApplier;
import dev.muster.provision.RosterChunkPlanner;
import dev.muster.provision.RosterRules;

/**
 * What an import is put together from.
 *
 * @param run which run this is
 * @param ledger the state store
 * @param feed the feed, open
 * @param check what the first step does
 * @param planner what the second step does with a chunk
 * @param applier what the fourth step does with a chunk
 * @param rosters what the steps for groups and resources do with a chunk
 * @param accounts what the steps for shared accounts do with a chunk
 * @param guard may the plan go ahead
 * @param report writes the reports of the run; repeating it writes them anew
 * @param limits how large chunks are and how much may go wrong
 * @param progress how far it is
 */
public record ImportParts(
        Run run,
        Ledger ledger,
        Feed feed,
        FeedCheck check,
        ChunkPlanner planner,
        ChunkApplier applier,
        Rosters rosters,
        Accounts accounts,
        FeedGuard guard,
        Runnable report,
        Limits limits,
        Progress progress) {
    /** Plans and applies groups and resources. */
    public record Rosters(RosterChunkPlanner planner, RosterChunkApplier applier) {
        public static Rosters by(RosterRules rules) {
            return new Rosters(new RosterChunkPlanner(rules), new RosterChunkApplier(rules));
        }
    }

    /** Plans and applies shared accounts. */
    public record Accounts(AccountBook book, AccountChunkPlanner planner, AccountChunkApplier applier) {
        public static Accounts by(AccountRules rules) {
            return new Accounts(rules.book(), new AccountChunkPlanner(rules), new AccountChunkApplier(rules));
        }
    }

    /**
     * @param chunk rows per chunk
     * @param partitions chunks applied at the same time
     * @param failures how many objects may fail before the run stops
     */
    public record Limits(int chunk, int partitions, long failures) {}
}
