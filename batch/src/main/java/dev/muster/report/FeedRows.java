package dev.muster.report;

import dev.muster.input.Feed;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.model.Field;
import java.util.List;
import java.util.Optional;

/** Looks up rows of the feed of which the ledger keeps no name. Reads forward, once. For one thread; to be closed. */
final class FeedRows implements AutoCloseable {
    private final FeedReader reader;

    FeedRows(Feed feed) {
        this.reader = feed.reader();
    }

    /**
     * Where a row begins, and whose it is.
     *
     * @param line 0 if the feed ends before
     * @param identity empty if the row does not tell
     * @param userName empty if the row gives none
     */
    record Place(long line, String identity, String userName) {}

    /** @param ordinal of the row; asked with rising numbers */
    Place place(long ordinal) {
        Optional<FeedRow> row = reader.next();
        while (row.isPresent() && row.get().origin().ordinal() < ordinal) {
            row = reader.next();
        }
        return row.map(FeedRows::place).orElse(new Place(0, "", ""));
    }

    private static Place place(FeedRow row) {
        List<String> names = row.values().getOrDefault(Field.USERNAME, List.of());
        return new Place(row.origin().line(), row.identity(), names.isEmpty() ? "" : names.get(0));
    }

    @Override
    public void close() {
        reader.close();
    }
}
