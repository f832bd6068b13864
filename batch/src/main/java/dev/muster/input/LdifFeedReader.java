package dev.muster.input;

import com.unboundid.ldif.LDIFAddChangeRecord;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFModifyChangeRecord;
import com.unboundid.ldif.LDIFReader;
import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Reads an LDIF feed: content records and {@code changetype: add} are people, groups, resources or shared accounts, {@code modify} is a
 * change of a person.
 */
final class LdifFeedReader implements FeedReader {
    private final Feed feed;
    private final LdifRecords records;
    private final LongPredicate wanted;
    private final Predicate<LdifRecord> about;
    private final boolean lenient;
    private long ordinal;
    private boolean changes;
    private LdifPlaces places = new LdifPlaces(0);

    LdifFeedReader(Feed feed, LdifRecords records, LongPredicate wanted, Predicate<LdifRecord> about) {
        this.about = about;
        this.wanted = wanted;
        this.feed = feed;
        this.records = records;
        this.lenient = feed.settings().values().lenientLdif();
    }

    @Override
    public Optional<FeedRow> next() {
        try {
            LdifRecord record = records.next();
            ordinal++;
            while (record != null && !(wanted.test(ordinal) && about.test(record))) {
                record = records.next();
                ordinal++;
            }
            return record == null ? Optional.empty() : Optional.of(row(record));
        } catch (UncheckedIOException failed) {
            throw feed.unreadable(failed);
        }
    }

    private FeedRow row(LdifRecord record) {
        places = new LdifPlaces(record.line());
        Row row = new Row(new Origin(feed.name(), record.line(), ordinal), feed.settings(), places);
        List<String> lines = LdifLines.of(record, row, places, lenient);
        if (lines.stream().anyMatch(text -> text.indexOf(Text.UNDECODABLE) >= 0)) {
            return undecodable(row);
        }
        ObjectKey.Kind kind = record.kind().orElse(ObjectKey.Kind.USER);
        try {
            return row(row, kind, LDIFReader.decodeChangeRecord(true, lines.toArray(new String[0])));
        } catch (LDIFException unparsable) {
            if (lines.size() < 2 && row.finished() instanceof FeedRow.Bad told) {
                return told;
            }
            row.problem(ErrorCode.LDIF_SYNTAX, "", reason(unparsable, lines), "Correct the record (RFC 2849).");
            return row.finished();
        }
    }

    private FeedRow undecodable(Row row) {
        row.problem(
                ErrorCode.CHARACTER_INVALID,
                "",
                "The record holds bytes that are no " + feed.format().charset() + ".",
                "LDIF is UTF-8: write other bytes in base64.");
        return row.finished();
    }

    private FeedRow row(Row row, ObjectKey.Kind kind, LDIFChangeRecord record) {
        LdifEntry entry = new LdifEntry(row, lenient);
        if (record instanceof LDIFAddChangeRecord added) {
            return switch (kind) {
                case USER -> entry.person(added.getEntryToAdd());
                case ACCOUNT -> entry.account(added.getEntryToAdd());
                case GROUP, RESOURCE, RESOURCE_GROUP -> entry.roster(added.getEntryToAdd(), kind);
            };
        }
        changes = true;
        if (record instanceof LDIFModifyChangeRecord modified) {
            return entry.change(modified);
        }
        String type = record.getChangeType().getName();
        row.problem(
                ErrorCode.LDIF_UNSUPPORTED,
                "",
                "A feed cannot ask for '" + type + "' (" + record.getDN() + ").",
                "Take the record out; who is missing in a complete feed leaves by the rules for leavers.");
        return row.finished();
    }

    /** The parser's messages quote lines: where one of them is a password they stay unsaid. */
    private static String reason(LDIFException unparsable, List<String> lines) {
        boolean secret = lines.stream().anyMatch(text -> starts(text, "userpassword"));
        return secret
                ? "The record is no LDIF."
                : "The record is no LDIF: " + Text.quoted(String.valueOf(unparsable.getMessage())) + ".";
    }

    private static boolean starts(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    @Override
    public long line(String field, String value) {
        return places.of(field, value);
    }

    @Override
    public boolean wholeFeed() {
        return !changes && !records.rejected();
    }

    @Override
    public void close() {
        records.close();
    }
}
