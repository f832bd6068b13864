package dev.muster.input;

import dev.muster.model.Origin;
import dev.muster.model.Problem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Confirms, in a second pass over the feed, which rows share a key. Every row that does is reported with the line of
 * another one: the first row as soon as its second is met, each later one with the line of the first.
 */
final class Duplicates {
    private final long[] shared;
    private final long[] confirmations;
    private final long[] lines;
    /** The first row's ordinal; negative once that row was reported. */
    private final long[] ordinals;

    /** @param shared the hashes to look for, sorted */
    Duplicates(long[] shared) {
        this.shared = shared;
        this.confirmations = new long[shared.length];
        this.lines = new long[shared.length];
        this.ordinals = new long[shared.length];
    }

    /** @param suspects the ordinals of the rows to look at */
    void find(Feed feed, BitSet suspects, Consumer<Problem> problems) {
        try (FeedReader reader = feed.reader(ordinal -> suspects.get((int) ordinal))) {
            for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                Origin origin = row.get().origin();
                RowKey.of(row.get())
                        .forEach(key -> look(key, origin.at(reader.line(key.field(), key.value())), problems));
            }
        }
    }

    private void look(RowKey key, Origin origin, Consumer<Problem> problems) {
        int slot = Arrays.binarySearch(shared, key.hash());
        if (slot < 0) {
            return;
        }
        if (lines[slot] == 0) {
            remember(slot, key, origin);
        } else if (confirmations[slot] == key.secondHash()) {
            report(slot, key, origin, problems);
        }
    }

    private void remember(int slot, RowKey key, Origin origin) {
        confirmations[slot] = key.secondHash();
        lines[slot] = origin.line();
        ordinals[slot] = origin.ordinal();
    }

    private void report(int slot, RowKey key, Origin origin, Consumer<Problem> problems) {
        if (ordinals[slot] > 0) {
            Origin first = new Origin(origin.file(), lines[slot], ordinals[slot]);
            problems.accept(problem(first, key, origin.line()));
            ordinals[slot] = -1;
        }
        problems.accept(problem(origin, key, lines[slot]));
    }

    private static Problem problem(Origin origin, RowKey key, long otherLine) {
        return new Problem(
                origin,
                key.code(),
                key.field(),
                Text.quoted(key.value()) + " stands on line " + otherLine + " too.",
                "Keep one of the two rows, or give this one another value.");
    }
}
