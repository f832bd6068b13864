package dev.muster.input;

import static dev.muster.input.FormatChoice.AUTO;

import dev.muster.model.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out how a feed is written down, as far as the settings leave it open and somebody looks on. */
final class FormatDetection {
    private static final String DELIMITERS = ",;\t|";
    private static final Pattern YAML_NAME = Pattern.compile(".+\\.ya?ml(\\.gz)?");

    private final FeedFile file;
    private final CharsetCensus charsets;
    private final FeedSettings settings;

    FormatDetection(FeedFile file, CharsetCensus charsets, FeedSettings settings) {
        this.file = file;
        this.charsets = charsets;
        this.settings = settings;
    }

    FeedFormat format() throws IOException {
        FormatChoice choice = declared(settings.format());
        if (!choice.unattended() || choice.complete()) {
            return detected(choice);
        }
        if (choice.remembered().isEmpty()) {
            throw new FeedException(
                    ErrorCode.FEED_FORMAT_UNKNOWN,
                    file.name() + ": an unattended run does not guess how a feed is written down. Set its kind, charset"
                            + " and delimiter (" + detected(choice)
                            + " would fit), or import it once with somebody watching.");
        }
        return detected(choice.orElse(FeedFormat.parse(choice.remembered())));
    }

    /** What the feed itself says by its name or on its first line is not guessed. */
    private FormatChoice declared(FormatChoice choice) throws IOException {
        if (choice.kind().equals(AUTO) && yaml(firstLine(charset(choice)))) {
            return choice.withKind(FeedFormat.Kind.YAML);
        }
        if (!choice.delimiter().equals(AUTO)) {
            return choice;
        }
        try (BufferedReader lines = file.open(charset(choice))) {
            return Optional.ofNullable(lines.readLine())
                    .flatMap(DelimiterLine::delimiter)
                    .map(choice::withDelimiter)
                    .orElse(choice);
        }
    }

    private Charset charset(FormatChoice choice) {
        return choice.charset().equals(AUTO) ? charsets.charset() : Charset.forName(choice.charset());
    }

    private FeedFormat detected(FormatChoice choice) throws IOException {
        Charset charset = charset(choice);
        String first = firstLine(charset);
        FeedFormat.Kind kind = kind(choice, first);
        if (kind != FeedFormat.Kind.CSV) {
            return FeedFormat.of(kind, standardCharset(choice, charset));
        }
        char quote = choice.quote().equals(AUTO) ? '"' : choice.quote().charAt(0);
        char delimiter =
                choice.delimiter().equals(AUTO) ? delimiter(first, quote) : FeedFormat.delimiter(choice.delimiter());
        return new FeedFormat(FeedFormat.Kind.CSV, charset, delimiter, quote);
    }

    /** LDIF and YAML are UTF-8 by their standards, whatever the bytes look like. */
    private static Charset standardCharset(FormatChoice choice, Charset charset) {
        return choice.charset().equals(AUTO) ? StandardCharsets.UTF_8 : charset;
    }

    private FeedFormat.Kind kind(FormatChoice choice, String first) {
        if (!choice.kind().equals(AUTO)) {
            return FeedFormat.Kind.valueOf(choice.kind().toUpperCase(Locale.ROOT));
        }
        String start = first.toLowerCase(Locale.ROOT);
        boolean ldif = start.startsWith("dn:")
                || start.startsWith("version:")
                || file.name().contains(".ldif");
        if (ldif) {
            return FeedFormat.Kind.LDIF;
        }
        return yaml(first) ? FeedFormat.Kind.YAML : FeedFormat.Kind.CSV;
    }

    private boolean yaml(String first) {
        return first.startsWith(YamlRecords.LIST + ":")
                || first.startsWith("---")
                || YAML_NAME.matcher(file.name()).matches();
    }

    private String firstLine(Charset charset) throws IOException {
        try (BufferedReader lines = file.open(charset)) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(line -> DelimiterLine.delimiter(line).isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The delimiter that makes most known column names out of the header, else the one that is there most often. */
    private char delimiter(String header, char quote) {
        return (char) DELIMITERS
                .chars()
                .boxed()
                .max(Comparator.<Integer>comparingLong(character -> known(cells(header, character, quote)))
                        .thenComparingLong(character ->
                                header.chars().filter(c -> c == character).count()))
                .orElse((int) ',')
                .intValue();
    }

    private long known(List<String> header) {
        return new ColumnNames(settings.columns().mapping(), header).known(header);
    }

    private static List<String> cells(String header, int delimiter, char quote) {
        String pattern = Pattern.quote(String.valueOf((char) delimiter));
        return Stream.of(header.split(pattern))
                .map(cell -> cell.replace(String.valueOf(quote), "").strip())
                .toList();
    }
}
