package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The user names and addresses that rows of a feed say themselves, as sorted 64-bit hashes: eight bytes each. A
 * name that no row says may share a hash with one; then another name is generated, which does no harm. Immutable.
 */
public final class ExplicitNames {
    private final long[] hashes;

    private ExplicitNames(long[] hashes) {
        this.hashes = hashes;
    }

    /**
     * Reads the feed from end to end.
     *
     * @throws FeedException FEED_UNREADABLE if the file breaks off
     */
    public static ExplicitNames of(Feed feed) {
        LongStream.Builder hashes = LongStream.builder();
        try (FeedReader reader = feed.reader()) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                RowKey.of(row.get()).forEach(key -> hashes.add(key.hash()));
            }
        }
        return new ExplicitNames(hashes.build().sorted().toArray());
    }

    public boolean contains(UserName name) {
        return contains(new RowKey(ErrorCode.DUPLICATE_USERNAME, "", Text.folded(name.value())));
    }

    public boolean contains(MailAddress address) {
        return contains(new RowKey(ErrorCode.DUPLICATE_ADDRESS, "", Text.folded(address.value())));
    }

    private boolean contains(RowKey key) {
        return Arrays.binarySearch(hashes, key.hash()) >= 0;
    }
}
