package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedSettings;
import dev.muster.input.FormatChoice;
import dev.muster.input.PasswordReferences;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.site.SiteRules;
import dev.muster.template.Templates;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which feed, and what is known of its format beforehand. */
final class FeedOptions {
    @Parameters(paramLabel = "FEED", description = "The feed: CSV, LDIF or YAML, plain or gzip.")
    private Path feed = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "csv|ldif|yaml|legacy",
            description = "What the feed is, instead of looking at it.")
    private @Nullable String format;

    @Option(names = "--charset", paramLabel = "NAME", description = "The feed's character set, such as windows-1252.")
    private @Nullable String charset;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "Between the columns: comma, semicolon, tab, pipe or the character.")
    private @Nullable String delimiter;

    @Option(names = "--ldif", paramLabel = "strict|lenient", description = "Whether faults of LDIF are mended.")
    private String ldif = "";

    @Option(
            names = "--invalid",
            paramLabel = "reject|drop-value",
            description = "Reject a row with an invalid value, or keep the person without the value.")
    private String invalid = "";

    @Option(names = "--unattended", description = "Nobody looks on: nothing about the feed may be guessed.")
    private boolean unattended;

    /** The format, if it is one that knows by itself how it is carried out. */
    Optional<String> ownFormat() {
        return Optional.ofNullable(format).filter(OwnFeedRun::isFormat);
    }

    Path file() {
        return feed.toAbsolutePath().normalize();
    }

    /** The feed's settings: configuration, templates, and these options over both. */
    FeedSettings settings(Configuration configuration, Templates templates, PasswordReferences references) {
        FeedSettings settings = unopted(configuration, templates, references);
        return settings.withFormat(over(settings.format()));
    }

    /** How a feed is read that no options say anything about, as when a run goes on. */
    static FeedSettings unopted(Configuration configuration, Templates templates, PasswordReferences references) {
        return SiteRules.feed(configuration, templates, references);
    }

    /** @param remembered the format of the last good feed, by which an unattended run goes */
    Feed open(FeedSettings settings, Optional<String> remembered) {
        FormatChoice choice = settings.format();
        FeedSettings asked = settings.withValues(leniency().over(settings.values()));
        return Feed.open(
                file(), choice.unattended() ? asked.withFormat(choice.unattendedAfter(remembered.orElse(""))) : asked);
    }

    /** What was decided about faulty values. */
    Leniency leniency() {
        return Leniency.of(ldif, invalid);
    }

    private FormatChoice over(FormatChoice configured) {
        try {
            return new FormatChoice(
                    format == null ? configured.kind() : format.toLowerCase(Locale.ROOT),
                    charset == null ? configured.charset() : charset,
                    delimiter == null ? configured.delimiter() : delimiter,
                    configured.quote(),
                    unattended || configured.unattended(),
                    "");
        } catch (IllegalArgumentException none) {
            throw new RefusalException(ExitStatus.USAGE, String.valueOf(none.getMessage()));
        }
    }
}
