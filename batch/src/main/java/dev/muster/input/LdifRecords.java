package dev.muster.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts an LDIF file (RFC 2849) into its records, which blank lines divide, so that a broken one costs itself only. */
final class LdifRecords implements AutoCloseable {
    private final BufferedReader lines;
    private long line;
    private boolean rejected;

    LdifRecords(BufferedReader lines) {
        this.lines = lines;
    }

    /** The next record about somebody or something that Muster knows, or null at the end. */
    @Nullable
    LdifRecord next() {
        LdifRecord record = cut();
        while (record != null && (record.empty() || record.kind().isEmpty())) {
            record = cut();
        }
        return record;
    }

    /** Whether the file said, as far as it was read, that it is a reject file. */
    boolean rejected() {
        return rejected;
    }

    private @Nullable LdifRecord cut() {
        String text = read();
        while (text != null && text.isEmpty()) {
            text = read();
        }
        if (text == null) {
            return null;
        }
        long start = line;
        List<String> record = new ArrayList<>();
        for (; text != null && !text.isEmpty(); text = read()) {
            record.add(text);
        }
        return new LdifRecord(start, record);
    }

    private @Nullable String read() {
        try {
            String text = lines.readLine();
            line++;
            rejected |= text != null && text.startsWith(RejectFile.MARK);
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
