package dev.muster.input;

import dev.muster.model.Problem;
import dev.muster.model.Vocabulary.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rejected rows of a feed in the feed's own format, each with code, field, reason and suggestion, so that
 * they can be corrected and fed again. The file is readable by its owner only (mode 0600), because it may carry secrets:
 * password cells are replaced by a reference to run and line ({@link PasswordReferences}) unless asked otherwise, but a
 * row whose columns cannot be told apart is written as it stands. Written beside its place and moved there when
 * complete; repeating is safe.
 *
 * @param target where the file will lie
 * @param run the run's name, which a later run can resolve
 * @param withPasswords whether password cells are copied
 */
public record RejectFile(Path target, String run, boolean withPasswords) {
    /** Begins the comment at the top, where a format has comments. */
    static final String MARK = "# Rejected rows of ";

    /** A reject file in which passwords are references. */
    public RejectFile(Path target, String run) {
        this(target, run, false);
    }

    /**
     * Writes the rows that have a problem.
     *
     * @param problems sorted by the ordinal of their row; problems of no row are read over
     * @return the number of rows written; a header that stands in the middle of a feed is not one
     * @throws FeedException FEED_UNREADABLE if the feed can no longer be read
     * @throws UncheckedIOException if the file cannot be written
     */
    public long write(Feed feed, Iterator<Problem> problems) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            long rows;
            try (BufferedWriter out = open(part, feed.format().charset())) {
                rows = new Rejection(feed, new ByRow(problems), this, out).write();
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException("The reject file " + target + " cannot be written.", failed);
        }
    }

    /** A cell as it may be written: a password as a reference, the operator's own not at all. */
    String safe(Feed feed, Column column, String cell, long line) {
        boolean clears = cell.strip().equals(feed.settings().columns().clearingToken());
        if (!column.secret() || withPasswords || cell.isBlank() || clears || Passwords.isReference(cell)) {
            return cell;
        }
        return column.kind() == Kind.PASSWORD ? Passwords.reference(run, line, column.field()) : "";
    }

    private static BufferedWriter open(Path part, Charset charset) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                Channels.newOutputStream(Files.newByteChannel(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
                charset));
    }

    /** Gives the problems row by row. */
    static final class ByRow {
        private final Iterator<Problem> problems;
        private @Nullable Problem ahead;

        ByRow(Iterator<Problem> problems) {
            this.problems = problems;
            advance();
        }

        /** The problems of one row; asked with rising ordinals. */
        List<Problem> of(long ordinal) {
            while (ahead != null && ahead.origin().ordinal() < ordinal) {
                advance();
            }
            List<Problem> found = new ArrayList<>(1);
            for (Problem next = ahead; next != null && next.origin().ordinal() == ordinal; next = ahead) {
                found.add(next);
                advance();
            }
            return found;
        }

        boolean finished() {
            return ahead == null;
        }

        private void advance() {
            ahead = problems.hasNext() ? problems.next() : null;
        }
    }
}
