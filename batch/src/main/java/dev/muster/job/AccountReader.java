package dev.muster.job;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.model.AccountDraft;
import dev.muster.model.ObjectKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Reads the shared accounts of a feed. For one thread. */
final class AccountReader extends AbstractItemCountingItemStreamItemReader<AccountDraft> {
    private final Feed feed;
    private @Nullable FeedReader reader;

    AccountReader(Feed feed) {
        this.feed = feed;
        setName("accounts");
    }

    @Override
    protected void doOpen() {
        reader = feed.mayHold(ObjectKey.Kind.ACCOUNT) ? feed.reader(ObjectKey.Kind.ACCOUNT) : null;
    }

    @Override
    protected @Nullable AccountDraft doRead() throws Exception {
        while (reader != null) {
            Optional<FeedRow> row = reader.next();
            if (row.isEmpty()) {
                doClose();
            } else if (row.get() instanceof FeedRow.Account account) {
                return account.draft();
            }
        }
        return null;
    }

    @Override
    protected void doClose() throws Exception {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
