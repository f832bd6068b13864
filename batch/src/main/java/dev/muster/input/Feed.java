package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A file of people, groups, resources and shared accounts, opened: its format is known and its header understood. Plain or gzip. Immutable and thread-safe;
 * every {@link #reader()} reads the file anew.
 */
public final class Feed implements ReportedFeed {
    private static final int SAMPLES = 3;

    private final FeedFile file;
    private final FeedSettings settings;
    private final FeedFormat format;
    private final String digest;
    private final CsvHeader header;

    private Feed(FeedFile file, FeedSettings settings, FeedFormat format, String digest) throws IOException {
        this.file = file;
        this.settings = settings;
        this.format = format;
        this.digest = digest;
        this.header =
                format.kind() == FeedFormat.Kind.CSV ? readHeader() : new CsvHeader(List.of(), List.of(), List.of());
        if (format.kind() == FeedFormat.Kind.YAML) {
            yaml();
        }
    }

    /**
     * Opens a feed: reads it once for digest and charset, and its header. YAML has to be whole.
     *
     * @throws FeedException FEED_UNREADABLE if there is no such file, no text in it or no usable header;
     *     FEED_FORMAT_UNKNOWN if its format would have to be guessed and nobody looks on
     */
    public static Feed open(Path path, FeedSettings settings) {
        FeedFile file = new FeedFile(path);
        try {
            FeedFile.Census census = file.census();
            if (census.charsets().empty()) {
                throw FeedException.unreadable(file.name() + ": the file is empty. Check where it comes from.");
            }
            if (census.charsets().archive()) {
                throw FeedException.unreadable(file.name()
                        + ": this is a spreadsheet's own file or a ZIP archive. Save it as CSV, or unpack it.");
            }
            FeedFormat format = new FormatDetection(file, census.charsets(), settings).format();
            return new Feed(file, settings, format, census.digest());
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(file, failed);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException failed) {
            throw FeedException.unreadable(file.name() + ": there is no charset '" + failed.getMessage() + "'.");
        }
    }

    public FeedFormat format() {
        return format;
    }

    /** The fields that it has a column for; empty where it has no columns (LDIF, YAML). */
    public Set<Field> columns() {
        return header.columns().stream().map(Column::field).collect(Collectors.toSet());
    }

    /** The columns that are read over, as the header writes them; empty where there are none. */
    public List<String> readOver() {
        return header.readOver();
    }

    /** SHA-256 of the file as it lies there, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String extension() {
        return format.kind().text();
    }

    @Override
    public Rows rows() {
        return new FeedRows(this);
    }

    @Override
    public long reject(Path target, String run, Iterator<Problem> problems) {
        return new RejectFile(target, run).write(this, problems);
    }

    /** Up to three names out of the first rows, as display name or given name and surname: for the eye to check the charset. */
    public List<String> sampleNames() {
        List<String> names = new ArrayList<>();
        try (FeedReader reader = reader()) {
            for (Optional<FeedRow> row = reader.next();
                    row.isPresent() && names.size() < SAMPLES;
                    row = reader.next()) {
                String name = name(row.get().values());
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Reads the rows from the first to the last. */
    public FeedReader reader() {
        return reader(ordinal -> true);
    }

    /** Whether any row can be about an object of this kind; if not, there is no need to read. */
    public boolean mayHold(ObjectKey.Kind kind) {
        return switch (format.kind()) {
            case LDIF -> true;
            case YAML -> kind == ObjectKey.Kind.ACCOUNT;
            case CSV -> header.subject().mayHold(kind, header.fields());
        };
    }

    /** Reads the rows about objects of one kind; rows about others may be among them. */
    public FeedReader reader(ObjectKey.Kind kind) {
        return reader(
                ordinal -> true, record -> record.kind().filter(kind::equals).isPresent());
    }

    /** Reads some rows only: those of other ordinals are cut off, not looked into. */
    FeedReader reader(LongPredicate wanted) {
        return reader(wanted, record -> true);
    }

    private FeedReader reader(LongPredicate wanted, Predicate<LdifRecord> about) {
        try {
            return switch (format.kind()) {
                case CSV -> new CsvFeedReader(this, records(), wanted);
                case LDIF -> new LdifFeedReader(this, ldif(), wanted, about);
                case YAML -> new YamlFeedReader(this, yaml(), wanted);
            };
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    FeedSettings settings() {
        return settings;
    }

    CsvHeader header() {
        return header;
    }

    /** The data records of a CSV feed. */
    CsvRecords records() throws IOException {
        CsvRecords records = new CsvRecords(file.open(format.charset()), format);
        records.columns(header.names().size());
        records.header();
        return records;
    }

    /** Whether the text begins with a byte order mark. */
    boolean marked() throws IOException {
        return file.marked(format.charset());
    }

    /** The records of an LDIF feed. */
    LdifRecords ldif() throws IOException {
        return new LdifRecords(file.open(format.charset()));
    }

    /** The items of a YAML feed. */
    List<YamlRecord> yaml() throws IOException {
        return YamlRecords.of(file, format.charset());
    }

    FeedException unreadable(UncheckedIOException failed) {
        return unreadable(file, failed);
    }

    private CsvHeader readHeader() throws IOException {
        try (CsvRecords records = new CsvRecords(file.open(format.charset()), format)) {
            CsvRecord first = records.header();
            if (first == null || first.broken()) {
                throw FeedException.unreadable(
                        file.name() + ": there is no header line. Its first line names the columns.");
            }
            CsvHeader found = CsvHeader.of(first.cells(), settings.columns());
            if (!found.faults().isEmpty()) {
                throw FeedException.unreadable(
                        file.name() + ":" + first.line() + ": " + String.join(" ", found.faults())
                                + " Correct the header, or map the columns in the settings. (Read as " + format + ".)");
            }
            return found;
        }
    }

    private static String name(Map<Field, List<String>> values) {
        String display = Identity.first(values, Field.DISPLAYNAME);
        String parts = Identity.first(values, Field.GIVENNAME) + " " + Identity.first(values, Field.SURNAME);
        if (display.isEmpty() && parts.isBlank()) {
            return Identity.first(values, AccountColumns.NAME);
        }
        return display.isEmpty() ? parts.strip() : display;
    }

    private static FeedException unreadable(FeedFile file, Exception failed) {
        boolean absent = failed instanceof NoSuchFileException;
        String why = absent ? "there is no such file" : String.valueOf(failed.getMessage());
        String message = file.path() + " cannot be read: " + why + ". Check path, rights and packing.";
        return new FeedException(ErrorCode.FEED_UNREADABLE, message, failed);
    }
}
