package dev.muster.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV file into records (RFC 4180) and survives broken quotes. A parser that runs over the whole stream (Commons CSV)
 * loses everything behind a broken quote, and one parser for each record is slow; here the lines are cut first, with an
 * eye on the quotes only. A quote that does not close costs its own line and those behind it that have not the right number of cells.
 */
final class CsvRecords implements AutoCloseable {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 1 << 18;

    private final BufferedReader lines;
    private final char delimiter;
    private final QuoteScan quotes;
    private final Deque<String> ahead = new ArrayDeque<>();
    private @Nullable CsvRecord pending;
    private long line;
    private int columns;

    CsvRecords(BufferedReader lines, FeedFormat format) {
        this.lines = lines;
        this.delimiter = format.delimiter();
        this.quotes = new QuoteScan(format.delimiter(), format.quote());
    }

    /** How many cells a record has to have to end the search behind a broken quote. */
    void columns(int wanted) {
        columns = wanted;
    }

    /** The first record, which names the columns, or null where there is none; a {@link DelimiterLine} above it is passed over. */
    @Nullable
    CsvRecord header() {
        String first = read();
        if (first != null && DelimiterLine.delimiter(first).isEmpty()) {
            ahead.addFirst(first);
            line--;
        }
        return next();
    }

    /** The next record that is not blank, or null at the end. */
    @Nullable
    CsvRecord next() {
        CsvRecord record = pending == null ? cut() : pending;
        pending = null;
        while (record != null && !record.broken() && record.blank()) {
            record = cut();
        }
        return record == null || !record.broken() ? record : resynchronized(record);
    }

    private CsvRecord resynchronized(CsvRecord broken) {
        long first = line;
        CsvRecord record = cut();
        while (record != null && !record.broken() && record.cells().size() != columns) {
            record = cut();
        }
        pending = record;
        long last = record == null ? line : record.line() - 1;
        return new CsvRecord(broken.line(), broken.cells(), true, (int) (last - first));
    }

    private @Nullable CsvRecord cut() {
        String first = read();
        if (first == null) {
            return null;
        }
        long start = line;
        return quotes.none(first) ? new CsvRecord(start, split(first), false, 0) : quoted(first, start);
    }

    private CsvRecord quoted(String first, long start) {
        List<String> physical = new ArrayList<>(List.of(first));
        QuoteScan.State state = quotes.scan(first, QuoteScan.State.CELL_BEGINS);
        int characters = first.length();
        while (state == QuoteScan.State.IN_QUOTES && physical.size() < MOST_LINES && characters < MOST_CHARACTERS) {
            String next = read();
            if (next == null) {
                break;
            }
            physical.add(next);
            characters += next.length();
            state = quotes.scan(next, state);
        }
        return state == QuoteScan.State.COMPLETE
                ? new CsvRecord(start, quotes.cells(String.join("\n", physical)), false, 0)
                : broken(physical, start);
    }

    /** Only the first line is lost: the others are given back and read again. */
    private CsvRecord broken(List<String> physical, long start) {
        for (int index = physical.size() - 1; index > 0; index--) {
            ahead.addFirst(physical.get(index));
        }
        line = start;
        return new CsvRecord(start, split(physical.get(0)), true, 0);
    }

    private List<String> split(String text) {
        return Text.split(text, String.valueOf(delimiter));
    }

    private @Nullable String read() {
        try {
            String text = ahead.isEmpty() ? lines.readLine() : ahead.removeFirst();
            line += text == null ? 0 : 1;
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
