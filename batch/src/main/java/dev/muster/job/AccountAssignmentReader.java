package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.ledger.PlanRow;
import dev.muster.model.AccountDraft;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.provision.AccountAssignment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/**
 * Reads the plans for shared accounts, each with its row of the feed, and then the accounts of earlier feeds that follow
 * their groups. Plans that say nothing are among them, for groups may have changed in this very run. For one thread.
 */
final class AccountAssignmentReader extends AbstractItemCountingItemStreamItemReader<AccountAssignment> {
    private final Feed feed;
    private final Supplier<AccountAgenda> agenda;
    private final Deque<PlanRow> rows = new ArrayDeque<>();
    private @Nullable FeedReader reader;

    AccountAssignmentReader(Feed feed, Supplier<AccountAgenda> agenda) {
        this.feed = feed;
        this.agenda = agenda;
        setName("account-assignments");
        // A position would be saved although the commit of its chunk failed (Spring Batch 6.0.4): outcomes tell what is
        // done.
        setSaveState(false);
    }

    @Override
    protected void doOpen() {
        rows.clear();
        rows.addAll(agenda.get().rows());
    }

    @Override
    protected @Nullable AccountAssignment doRead() {
        PlanRow row = rows.poll();
        return row == null ? null : new AccountAssignment(row, draft(row));
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private AccountDraft draft(PlanRow row) {
        if (row.line() == 0) {
            return AccountDraft.following(new Origin(feed.name(), 0, row.ordinal()), ObjectKey.account(row.userName()));
        }
        FeedReader all = reader == null ? feed.reader(ObjectKey.Kind.ACCOUNT) : reader;
        reader = all;
        Optional<FeedRow> next = all.next();
        while (next.isPresent() && next.get().origin().ordinal() < row.ordinal()) {
            next = all.next();
        }
        if (next.isPresent()
                && next.get() instanceof FeedRow.Account account
                && account.draft().identity().equals(row.identity())) {
            return account.draft();
        }
        throw new IllegalStateException(
                "The feed is not the one that was planned: row " + row.ordinal() + " is something else.");
    }
}
