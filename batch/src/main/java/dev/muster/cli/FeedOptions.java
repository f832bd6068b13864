package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.Feed;
import dev.muster.input.FeedSettings;
import dev.muster.input.FormatChoice;
import dev.muster.input.PasswordReferences;
import dev.muster.input.ValueRules;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.site.SiteRules;
import dev.muster.template.Templates;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which feed, and what is known of its format beforehand. */
final class FeedOptions {
    @Parameters(paramLabel = "FEED", description = "The feed: CSV or LDIF, plain or gzip.")
    private Path feed = Path.of("");

    @Option(names = "--format", paramLabel = "csv|ldif", description = "What the feed is, instead of looking at it.")
    private @Nullable String format;

    @Option(names = "--charset", paramLabel = "NAME", description = "The feed's character set, such as windows-1252.")
    private @Nullable String charset;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "Between the columns: comma, semicolon, tab, pipe or the character.")
    private @Nullable String delimiter;

    @Option(names = "--ldif", paramLabel = "strict|lenient", description = "Whether faults of LDIF are mended.")
    private String ldif = "strict";

    @Option(
            names = "--invalid",
            paramLabel = "reject|drop-value",
            description = "Reject a row with an invalid value, or keep the person without the value.")
    private String invalid = "reject";

    @Option(names = "--unattended", description = "Nobody looks on: nothing about the feed may be guessed.")
    private boolean unattended;

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

    Feed open(FeedSettings settings, Optional<String> remembered) {
        FormatChoice choice = settings.format();
        FeedSettings asked = settings.withValues(rules(settings.values()));
        return Feed.open(file(), unattended ? asked.withFormat(choice.unattendedAfter(remembered.orElse(""))) : asked);
    }

    private ValueRules rules(ValueRules house) {
        ValueRules rules = oneOf("--ldif", ldif, "strict", "lenient") ? house.lenient() : house;
        return oneOf("--invalid", invalid, "reject", "drop-value")
                ? rules.withInvalid(ValueRules.InvalidValues.DROP_VALUE)
                : rules;
    }

    private FormatChoice over(FormatChoice configured) {
        return new FormatChoice(
                format == null ? configured.kind() : format,
                charset == null ? configured.charset() : charset,
                delimiter == null ? configured.delimiter() : delimiter,
                configured.quote(),
                unattended,
                "");
    }

    /** Whether the second of two words was chosen. */
    private static boolean oneOf(String option, String word, String first, String second) {
        if (!word.equals(first) && !word.equals(second)) {
            throw new RefusalException(ExitStatus.USAGE, option + ": " + first + " or " + second + " is wanted.");
        }
        return word.equals(second);
    }
}
