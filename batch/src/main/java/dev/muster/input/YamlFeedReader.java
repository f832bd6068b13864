package dev.muster.input;

import dev.muster.model.Origin;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Reads a YAML feed of shared accounts, item by item. */
final class YamlFeedReader implements FeedReader {
    private final Feed feed;
    private final Iterator<YamlRecord> records;
    private final LongPredicate wanted;
    private final ColumnNames names;
    private long ordinal;
    private long line;

    YamlFeedReader(Feed feed, List<YamlRecord> records, LongPredicate wanted) {
        this.feed = feed;
        this.records = records.iterator();
        this.wanted = wanted;
        this.names = names(feed);
    }

    /** What the keys of an item mean. */
    static ColumnNames names(Feed feed) {
        return new ColumnNames(feed.settings().columns().mapping(), List.of(AccountColumns.NAME.name()));
    }

    @Override
    public Optional<FeedRow> next() {
        while (records.hasNext()) {
            YamlRecord record = records.next();
            ordinal++;
            if (wanted.test(ordinal)) {
                return Optional.of(row(record));
            }
        }
        return Optional.empty();
    }

    private FeedRow row(YamlRecord record) {
        line = record.line();
        Row row = new Row(new Origin(feed.name(), record.line(), ordinal), feed.settings());
        return new YamlItem(row, names, feed.settings().columns().unknown()).read(record);
    }

    @Override
    public long line(String field, String value) {
        return line;
    }

    @Override
    public boolean wholeFeed() {
        return false;
    }

    @Override
    public void close() {}
}
