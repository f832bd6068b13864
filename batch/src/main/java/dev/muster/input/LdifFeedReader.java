package dev.muster.input;

import java.util.Optional;

final class LdifFeedReader implements FeedReader {
    LdifFeedReader(Feed feed) {}

    @Override
    public Optional<FeedRow> next() {
        return Optional.empty();
    }

    @Override
    public boolean wholeFeed() {
        return true;
    }

    @Override
    public void close() {}
}
