package dev.muster.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFormatTest {
    private static final String PEOPLE = "username,surname,givenname\nzoe,Müller-Lüdenscheidt,Zoë\n";

    @TempDir
    Path folder;

    private Feeds feeds;

    @BeforeEach
    void folder() {
        feeds = new Feeds(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theCharsetIsFound(String charset) {
        Feed feed = open(PEOPLE.getBytes(Charset.forName(charset)));
        assertThat(feed.format().charset()).isEqualTo(Charset.forName(charset));
        assertThat(feed.sampleNames()).containsExactly("Zoë Müller-Lüdenscheidt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsReadOver(String charset) {
        Feed feed = open(("\uFEFF" + PEOPLE).getBytes(Charset.forName(charset)));
        assertThat(feed.format().charset()).isEqualTo(Charset.forName(charset));
        assertThat(feed.sampleNames()).containsExactly("Zoë Müller-Lüdenscheidt");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter) {
        Feed feed = open(PEOPLE.replace(",", delimiter).getBytes(UTF_8));
        assertThat(feed.format().delimiter()).isEqualTo(delimiter.charAt(0));
    }

    @Test
    void oneWrongByteDoesNotMakeAnotherCharset() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(PEOPLE.getBytes(UTF_8));
        bytes.write("bad,M\u00FCller,x\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write("bert,Tal,Bert\n".getBytes(UTF_8));
        Feed feed = open(bytes.toByteArray());
        assertThat(Feeds.codes(feed)).containsExactly(ErrorCode.CHARACTER_INVALID);
        assertThat(Feeds.rows(feed)).hasSize(3);
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(PEOPLE.getBytes(UTF_8));
        }
        assertThat(open(bytes.toByteArray()).sampleNames()).containsExactly("Zoë Müller-Lüdenscheidt");
    }

    @Test
    void theDigestIsThatOfTheFile() {
        assertThat(open("username,surname\n".getBytes(UTF_8)).digest())
                .isEqualTo("941df52c408e68486153067cb5bb53a735539bbcd417cb3247bb40b325010960");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv UTF-8 semicolon \"", "csv windows-1252 tab '", "csv UTF-16LE comma \"", "ldif UTF-8"})
    void theTextFormIsReadBack(String text) {
        assertThat(FeedFormat.parse(text)).hasToString(text);
    }

    @Test
    void anUnattendedRunGuessesNothing() {
        FormatChoice choice = FormatChoice.auto().unattendedAfter("");
        assertThatThrownBy(() -> open(PEOPLE.getBytes(UTF_8), choice))
                .isInstanceOfSatisfying(
                        FeedException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FEED_FORMAT_UNKNOWN))
                .hasMessageContaining("csv UTF-8 comma");
    }

    @Test
    void anUnattendedRunReadsAsTheLastGoodFeedWasRead() {
        FormatChoice choice = FormatChoice.auto().unattendedAfter("csv windows-1252 comma \"");
        assertThat(open(PEOPLE.getBytes(Charset.forName("windows-1252")), choice)
                        .sampleNames())
                .containsExactly("Zoë Müller-Lüdenscheidt");
    }

    @Test
    void anUnattendedRunTakesTheConfiguredFormat() {
        FormatChoice choice =
                FormatChoice.of(FeedFormat.parse("csv UTF-8 comma \"")).unattendedAfter("");
        assertThat(open(PEOPLE.getBytes(UTF_8), choice).format()).hasToString("csv UTF-8 comma \"");
    }

    @Test
    void whatIsSetWinsOverWhatIsRemembered() {
        FormatChoice choice = new FormatChoice("csv", "auto", ";", "auto", true, "csv UTF-8 comma \"");
        assertThat(open(PEOPLE.replace(',', ';').getBytes(UTF_8), choice).format())
                .hasToString("csv UTF-8 semicolon \"");
    }

    @Test
    void whatTheFeedSaysOfItsDelimiterIsNotGuessed() {
        FormatChoice choice = new FormatChoice("csv", "UTF-8", "auto", "auto", true, "csv UTF-8 comma \"");
        assertThat(open(("SEP=;\r\n" + PEOPLE.replace(',', ';')).getBytes(UTF_8), choice)
                        .format())
                .hasToString("csv UTF-8 semicolon \"");
    }

    @Test
    void aSpreadsheetsOwnFileIsToldApart() {
        assertThatThrownBy(() -> open(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("Save it as CSV");
    }

    @Test
    void aGzipThatBreaksOffIsUnreadable() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(PEOPLE.repeat(100).getBytes(UTF_8));
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThatThrownBy(() -> open(half))
                .isInstanceOfSatisfying(
                        FeedException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FEED_UNREADABLE));
    }

    @Test
    void aMissingFileIsUnreadable() {
        assertThatThrownBy(() -> Feed.open(folder.resolve("none.csv"), FeedSettings.defaults()))
                .isInstanceOfSatisfying(
                        FeedException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FEED_UNREADABLE));
    }

    @Test
    void anEmptyFileIsUnreadable() {
        assertThatThrownBy(() -> open(new byte[0])).hasMessageContaining("empty");
    }

    private Feed open(byte[] bytes) {
        return open(bytes, FormatChoice.auto());
    }

    private Feed open(byte[] bytes, FormatChoice choice) {
        return Feed.open(
                feeds.write("users.csv", bytes), FeedSettings.defaults().withFormat(choice));
    }
}
