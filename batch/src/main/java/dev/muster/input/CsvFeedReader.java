package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Reads a CSV feed: records become rows by the meaning of their columns. */
final class CsvFeedReader implements FeedReader {
    private final Feed feed;
    private final CsvRecords records;
    private final LongPredicate wanted;
    private final List<Column> columns;
    private final Subject subject;
    private long ordinal;
    private long line;

    CsvFeedReader(Feed feed, CsvRecords records, LongPredicate wanted) {
        this.wanted = wanted;
        this.feed = feed;
        this.records = records;
        this.columns = feed.header().columns();
        this.subject = feed.header().subject();
    }

    @Override
    public Optional<FeedRow> next() {
        try {
            CsvRecord record = records.next();
            ordinal++;
            while (record != null && !wanted.test(ordinal)) {
                record = records.next();
                ordinal++;
            }
            return record == null ? Optional.empty() : Optional.of(row(record));
        } catch (UncheckedIOException failed) {
            throw feed.unreadable(failed);
        }
    }

    private FeedRow row(CsvRecord record) {
        line = record.line();
        Row row = new Row(new Origin(feed.name(), record.line(), ordinal), feed.settings());
        if (record.broken()) {
            return broken(row, record);
        }
        if (feed.header().repeatedBy(record.cells())) {
            row.problem(ErrorCode.HEADER_DOUBLED, "", "The header stands here once more.", "Delete this line.");
            return row.finished();
        }
        if (feed.header().uncorrected(record.cells())) {
            return uncorrected(row);
        }
        return fits(record.cells())
                ? read(row, record.cells())
                : ragged(row, record.cells().size());
    }

    private FeedRow read(Row row, List<String> cells) {
        for (int index = 0; index < columns.size(); index++) {
            String cell = cells.get(index);
            if (!cell.isEmpty()) {
                row.cell(columns.get(index), cell);
            }
        }
        return subject.finish(row);
    }

    /** Spreadsheets fill rows up with empty cells: those are no fault. */
    private boolean fits(List<String> cells) {
        int wanted = columns.size();
        return cells.size() == wanted
                || cells.size() > wanted
                        && cells.subList(wanted, cells.size()).stream().allMatch(String::isBlank);
    }

    private FeedRow ragged(Row row, int cells) {
        row.problem(
                ErrorCode.ROW_RAGGED,
                "",
                "The row has " + cells + " cells, the header has " + columns.size() + ".",
                "Put cells that hold the delimiter into quotes, and write every column.");
        return row.finished();
    }

    private FeedRow uncorrected(Row row) {
        row.problem(
                ErrorCode.ROW_RAGGED,
                "",
                "The cells of this row still stand as they were rejected.",
                "Put each value into its column, then delete '" + CsvHeader.UNCORRECTED + "' from the last cell.");
        return row.finished();
    }

    private FeedRow broken(Row row, CsvRecord record) {
        String skipped = record.skipped() == 0 ? "" : " The next " + record.skipped() + " lines belong to nobody.";
        row.problem(
                ErrorCode.QUOTE_BROKEN,
                "",
                "A quote opens on this line and is not closed as it should be." + skipped,
                "Close the quote, and double each quote that is part of the text.");
        return row.finished();
    }

    /** A row of a table is read as a whole. */
    @Override
    public long line(String field, String value) {
        return line;
    }

    @Override
    public boolean wholeFeed() {
        return !feed.header().rejected() && subject == Subject.PEOPLE;
    }

    @Override
    public void close() {
        records.close();
    }
}
