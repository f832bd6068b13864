package dev.muster.input;

import dev.muster.model.Field;
import java.util.List;
import java.util.Optional;

/** The rows of a feed, looked up. */
final class FeedRows implements ReportedFeed.Rows {
    private final FeedReader reader;

    FeedRows(Feed feed) {
        this.reader = feed.reader();
    }

    @Override
    public ReportedFeed.Place place(long ordinal) {
        Optional<FeedRow> row = reader.next();
        while (row.isPresent() && row.get().origin().ordinal() < ordinal) {
            row = reader.next();
        }
        return row.map(FeedRows::place).orElseGet(ReportedFeed.Place::none);
    }

    private static ReportedFeed.Place place(FeedRow row) {
        List<String> names = row.values().getOrDefault(Field.USERNAME, List.of());
        return new ReportedFeed.Place(row.origin().line(), row.identity(), names.isEmpty() ? "" : names.get(0));
    }

    @Override
    public void close() {
        reader.close();
    }
}
