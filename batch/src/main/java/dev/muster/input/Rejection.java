package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One writing of a {@link RejectFile}: goes through the feed's records once more and copies those with problems. */
final class Rejection {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String COMMENT = "# rejected: ";

    private final Feed feed;
    private final RejectFile.ByRow problems;
    private final RejectFile file;
    private final BufferedWriter out;

    Rejection(Feed feed, RejectFile.ByRow problems, RejectFile file, BufferedWriter out) {
        this.feed = feed;
        this.problems = problems;
        this.file = file;
        this.out = out;
    }

    long write() throws IOException {
        if (feed.marked() || feed.format().charset().name().startsWith("UTF-16")) {
            out.write(BYTE_ORDER_MARK);
        }
        return switch (feed.format().kind()) {
            case CSV -> csv();
            case LDIF -> ldif();
            case YAML -> new YamlRejection(feed, file).write(problems, out);
        };
    }

    private long csv() throws IOException {
        long rows = 0;
        long ordinal = 0;
        CSVPrinter printer = new CSVPrinter(out, csvFormat());
        try (CsvRecords records = feed.records()) {
            List<String> header = new ArrayList<>(feed.header().names().subList(0, ownColumns()));
            header.addAll(CsvHeader.REJECT_COLUMNS);
            printer.printRecord(header);
            for (CsvRecord record = records.next(); record != null && !problems.finished(); record = records.next()) {
                List<Problem> found = problems.of(++ordinal);
                if (!found.isEmpty() && found.get(0).code() != ErrorCode.HEADER_DOUBLED) {
                    printer.printRecord(cells(record, found));
                    rows++;
                }
            }
        }
        return rows;
    }

    private CSVFormat csvFormat() {
        return CSVFormat.Builder.create()
                .setDelimiter(feed.format().delimiter())
                .setQuote(feed.format().quote())
                .setRecordSeparator("\n")
                .get();
    }

    private int ownColumns() {
        int all = feed.header().names().size();
        return feed.header().rejected() ? all - CsvHeader.REJECT_COLUMNS.size() : all;
    }

    private List<String> cells(CsvRecord record, List<Problem> found) {
        List<String> cells = new ArrayList<>(aligned(record) ? alignedCells(record) : cellsAsTheyStand(record));
        cells.add(joined(found, problem -> problem.code().name()));
        cells.add(joined(found, Problem::field));
        cells.add(joined(found, Problem::reason));
        cells.add(joined(found, Problem::suggestion));
        return cells;
    }

    private boolean aligned(CsvRecord record) {
        boolean empty = record.cells().stream().skip(columns()).allMatch(String::isBlank);
        return !record.broken()
                && record.cells().size() >= columns()
                && empty
                && !feed.header().uncorrected(record.cells());
    }

    private int columns() {
        return feed.header().names().size();
    }

    private List<String> alignedCells(CsvRecord record) {
        return IntStream.range(0, ownColumns())
                .mapToObj(index -> file.safe(
                        feed,
                        feed.header().columns().get(index),
                        Text.writable(record.cells().get(index)),
                        record.line()))
                .toList();
    }

    /** Nobody knows which cell belongs to which column: all are kept, and the last says that it needs a look. */
    private List<String> cellsAsTheyStand(CsvRecord record) {
        int own = ownColumns();
        List<String> cells =
                record.cells().stream().limit(own).map(Text::writable).collect(Collectors.toCollection(ArrayList::new));
        cells.addAll(Collections.nCopies(own - cells.size(), ""));
        String more = record.cells().stream()
                .skip(feed.header().rejected() ? columns() : own)
                .map(cell -> feed.format().delimiter() + cell)
                .collect(Collectors.joining());
        String last = cells.get(own - 1) + Text.writable(more);
        cells.set(own - 1, last.endsWith(CsvHeader.UNCORRECTED) ? last : last + CsvHeader.UNCORRECTED);
        return cells;
    }

    /** One part of all problems, each once, on one line. */
    static String joined(List<Problem> found, Function<Problem, String> part) {
        return found.stream().map(part).distinct().map(Rejection::oneLine).collect(Collectors.joining(" "));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private long ldif() throws IOException {
        long rows = 0;
        long ordinal = 0;
        out.write("version: 1\n" + RejectFile.MARK + feed.name() + ": correct them and feed this file.\n");
        try (LdifRecords records = feed.ldif()) {
            for (LdifRecord record = records.next(); record != null && !problems.finished(); record = records.next()) {
                List<Problem> found = problems.of(++ordinal);
                if (!found.isEmpty()) {
                    write(record, found);
                    rows++;
                }
            }
        }
        return rows;
    }

    private void write(LdifRecord record, List<Problem> found) throws IOException {
        out.write("\n");
        for (Problem problem : found) {
            String field = problem.field().isEmpty() ? "" : " " + problem.field();
            out.write(oneLine(COMMENT + problem.code() + field + ": " + problem.reason() + " " + problem.suggestion()));
            out.write("\n");
        }
        boolean replaced = false;
        for (String line : record.lines()) {
            replaced = replaced && line.startsWith(" ");
            if (!replaced && kept(line)) {
                replaced = secret(line);
                out.write(
                        replaced
                                ? "userPassword: " + Passwords.reference(file.run(), record.line(), Field.PASSWORD)
                                : Text.writable(line));
                out.write("\n");
            }
        }
    }

    private static boolean kept(String line) {
        return !line.startsWith("version:") && !line.startsWith(COMMENT) && !line.startsWith(RejectFile.MARK);
    }

    private boolean secret(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean reference = lower.startsWith("userpassword: @run:");
        return !file.withPasswords() && lower.stripLeading().startsWith("userpassword:") && !reference;
    }
}
