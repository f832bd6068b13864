package dev.muster.cli;

import dev.muster.input.Feed;

/** What was found out about a feed, for a person to nod at. */
final class FeedIntroduction {
    private FeedIntroduction() {}

    /** {@code users.csv: csv, UTF-8, ';' between columns; such as Zoë Müller, 李小龍, ...}. */
    static String of(Feed feed) {
        return feed.name() + ": " + feed.format() + "; such as " + String.join(" | ", feed.sampleNames());
    }
}
