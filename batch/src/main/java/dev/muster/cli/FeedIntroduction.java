package dev.muster.cli;

import dev.muster.input.Feed;

/** What was found out about a feed, for a person to nod at. */
final class FeedIntroduction {
    private FeedIntroduction() {}

    /**
     * {@code users.csv: csv, UTF-8, ';' between columns; such as Zoë Müller, 李小龍, ...}, and on a line of its own which
     * columns are read over, if any are.
     */
    static String of(Feed feed) {
        String names = String.join(" | ", feed.sampleNames());
        String format = feed.name() + ": " + feed.format() + (names.isEmpty() ? "" : "; such as " + names);
        return feed.readOver().isEmpty()
                ? format
                : format + "\n" + feed.name() + ": nothing is done with the values of these columns: "
                        + String.join(", ", feed.readOver()) + ".";
    }
}
