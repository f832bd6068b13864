package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedFormat;
import dev.muster.input.FeedReader;
import dev.muster.input.FeedRow;
import dev.muster.input.FormatChoice;
import dev.muster.input.PasswordReferences;
import dev.muster.ledger.Run;
import dev.muster.ledger.RunTable;
import dev.muster.model.Password;
import dev.muster.template.Templates;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passwords that a reject file only refers to, in the feed of the run that wrote it. The feed must still be
 * what it was. For one thread, with rising lines.
 */
final class FeedPasswords implements PasswordReferences {
    private final Configuration configuration;
    private final Templates templates;
    private final RunTable runs;
    private String open = "";
    private @Nullable FeedReader reader;
    private long passed;
    private Password found = new Password.Keep();

    FeedPasswords(Configuration configuration, Templates templates, RunTable runs) {
        this.configuration = configuration;
        this.templates = templates;
        this.runs = runs;
    }

    @Override
    public Password resolve(String run, long line) {
        if (run.equals(open) && line == passed) {
            return found;
        }
        if (!run.equals(open) || line < passed) {
            begin(run);
        }
        passed = line;
        found = reader == null ? new Password.Keep() : find(reader, line);
        return found;
    }

    private void begin(String run) {
        open = run;
        if (reader != null) {
            reader.close();
        }
        reader = run.chars().allMatch(Character::isDigit)
                ? runs.find(Long.parseLong(run)).map(this::reader).orElse(null)
                : null;
    }

    private @Nullable FeedReader reader(Run run) {
        if (!Path.of(run.feed()).toFile().isFile()) {
            return null;
        }
        Feed feed = Feed.open(
                Path.of(run.feed()),
                FeedOptions.unopted(configuration, templates, new FeedPasswords(configuration, templates, runs))
                        .withFormat(FormatChoice.of(FeedFormat.parse(run.format()))));
        return feed.digest().equals(run.digest()) ? feed.reader() : null;
    }

    private static Password find(FeedReader reader, long line) {
        for (Optional<FeedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            if (row.get().origin().line() >= line) {
                return row.get().origin().line() == line ? row.get().password() : new Password.Keep();
            }
        }
        return new Password.Keep();
    }
}
