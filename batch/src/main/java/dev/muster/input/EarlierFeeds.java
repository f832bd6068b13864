package dev.muster.input;

import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the passwords of a corrected reject file in the feeds of earlier runs. Reads forward and keeps one feed open,
 * so rising lines of one run cost one pass. Thread-safe, because the partitions of a run share
 * it; to be closed.
 */
public final class EarlierFeeds implements PasswordReferences, AutoCloseable {
    private final Function<String, Optional<Feed>> feedOfRun;
    private @Nullable Cursor cursor;

    /** @param feedOfRun the feed that a run read, opened as it was then; empty when it is no longer there */
    public EarlierFeeds(Function<String, Optional<Feed>> feedOfRun) {
        this.feedOfRun = feedOfRun;
    }

    @Override
    public synchronized Password resolve(String run, long line, Field field) {
        Cursor at = cursor;
        if (at == null || !at.run.equals(run) || at.line > line) {
            close();
            at = feedOfRun.apply(run).map(feed -> new Cursor(run, feed)).orElse(null);
            cursor = at;
        }
        String cell = at == null ? "" : at.password(line, field);
        return cell.isBlank() ? new Password.Keep() : Passwords.read(cell, PasswordReferences.none());
    }

    @Override
    public synchronized void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    /** A place in one feed. */
    private static final class Cursor {
        private final String run;
        private final Feed feed;
        private final @Nullable CsvRecords csv;
        private final @Nullable LdifRecords ldif;
        private final Iterator<YamlRecord> yaml;
        private long line;
        private Function<Field, String> cells = none -> "";

        Cursor(String run, Feed feed) {
            this.run = run;
            this.feed = feed;
            FeedFormat.Kind kind = feed.format().kind();
            try {
                this.csv = kind == FeedFormat.Kind.CSV ? feed.records() : null;
                this.ldif = kind == FeedFormat.Kind.LDIF ? feed.ldif() : null;
                this.yaml = kind == FeedFormat.Kind.YAML ? feed.yaml().iterator() : Collections.emptyIterator();
            } catch (IOException failed) {
                throw feed.unreadable(new UncheckedIOException(failed));
            }
        }

        /** The password cell of the row that begins on a line; empty when no row does. */
        String password(long wanted, Field field) {
            boolean more = true;
            while (more && line < wanted) {
                more = next();
            }
            return line == wanted ? cells.apply(field) : "";
        }

        private boolean next() {
            if (csv != null) {
                return next(csv);
            }
            return ldif != null ? next(ldif) : nextItem();
        }

        private boolean next(CsvRecords records) {
            CsvRecord record = records.next();
            if (record == null) {
                return false;
            }
            line = record.line();
            cells = field -> {
                int index = feed.header().fields().indexOf(field);
                return index >= 0 && index < record.cells().size()
                        ? record.cells().get(index)
                        : "";
            };
            return true;
        }

        private boolean next(LdifRecords records) {
            LdifRecord record = records.next();
            if (record == null) {
                return false;
            }
            line = record.line();
            Row unused = new Row(new Origin(feed.name(), line, 0), feed.settings());
            String password = password(LdifLines.of(record, unused, new LdifPlaces(line), true));
            cells = field -> field.equals(Field.PASSWORD) ? password : "";
            return true;
        }

        private boolean nextItem() {
            if (!yaml.hasNext()) {
                return false;
            }
            YamlRecord record = yaml.next();
            line = record.line();
            ColumnNames names = YamlFeedReader.names(feed);
            cells = field -> record.cells().stream()
                    .filter(cell -> names.find(YamlRecord.key(cell))
                            .filter(column -> column.field().equals(field))
                            .isPresent())
                    .findFirst()
                    .flatMap(cell -> YamlRecord.text(cell.getValueNode()))
                    .orElse("");
            return true;
        }

        private static String password(List<String> lines) {
            return lines.stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("userpassword:"))
                    .filter(text -> !text.contains(":<"))
                    .findFirst()
                    .map(Cursor::value)
                    .orElse("");
        }

        private static String value(String line) {
            try {
                String value = LDIFReader.decodeEntry("dn: uid=x", line).getAttributeValue("userPassword");
                return value == null ? "" : value;
            } catch (LDIFException unparsable) {
                return "";
            }
        }

        void close() {
            if (csv != null) {
                csv.close();
            }
            if (ldif != null) {
                ldif.close();
            }
        }
    }
}
