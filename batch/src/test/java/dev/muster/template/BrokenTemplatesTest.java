package dev.muster.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenTemplatesTest {
    private static final String FOLDERS = """
            <imap-folders default-language="DE">
              <language code="DE" locale="de_DE" default-style="DE_A">
                <style name="DE_A">
                  <folder role="drafts" name="Entwürfe"/>
                  <folder role="sent" name="Gesendet"/>
                  <folder name="Vorlagen"/>
                </style>
                <style name="DE_B">
                  <folder role="trash" name="Papierkorb"/>
                </style>
              </language>
              <language code="EN" locale="en_US" default-style="EN_A">
                <style name="EN_A"/>
              </language>
            </imap-folders>
            """;
    private static final String GROUPWARE = """
            <groupware-folders>
              <language code="DE" calendar="A" contacts="B" tasks="C" trash="D" documents="E" templates="F" pictures="G" music="H" videos="I"/>
              <language code="EN" calendar="A" contacts="B" tasks="C" trash="D" documents="E" templates="F" pictures="G" music="H" videos="I"/>
            </groupware-folders>
            """;
    private static final String ACCOUNTS = """
            <accounts>
              <account>
                <set field="username">{surname}</set>
                <set field="mail">{surname}@test.tux</set>
                <set field="colocrouteaddr">{username}@localhost</set>
                <set field="displayname">{surname}</set>
                <set field="timezone">Europe/Berlin</set>
                <set field="activated">yes</set>
                <password from="feed"/>
              </account>
              <account column="language" is="EN">
                <set field="quota">10</set>
              </account>
            </accounts>
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSoundTemplates() throws IOException {
        Files.writeString(folder.resolve("ImapFolders.xml"), FOLDERS);
        Files.writeString(folder.resolve("GroupwareFolders.xml"), GROUPWARE);
        Files.writeString(folder.resolve("Accounts.xml"), ACCOUNTS);
    }

    @Test
    void theseTemplatesAreSoundAsTheyAre() {
        assertThat(Templates.load(folder).styles()).containsExactly("DE_A", "DE_B", "EN_A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "role=\"sent\" name=\"Gesendet\"     | role=\"drafts\" name=\"Gesendet\"   | 5  | one-folder-per-role",
                "role=\"sent\" name=\"Gesendet\"     | role=\"sent\" name=\"Entwürfe\"     | 5  | one-folder-per-name",
                "role=\"sent\"                       | role=\"outbox\"                     | 5  | outbox",
                "code=\"EN\"                         | code=\"DE\"                         | 12 | one-language-per-code",
                "locale=\"en_US\"                    | locale=\"de_DE\"                    | 12 | one-language-per-locale",
                "locale=\"en_US\"                    | locale=\"english\"                  | 12 | english",
                "default-style=\"DE_A\"              | default-style=\"DE_C\"              | 2  | default style 'DE_C'",
                "default-language=\"DE\"             | default-language=\"FR\"             | 1  | default language 'FR'",
                "name=\"DE_B\"                       | name=\"DE_A\"                       | 8  | one-style-per-name",
                "name=\"DE_B\"                       | name=\"de_a\"                       | 8  | 'de_a'",
                "name=\"Papierkorb\"                 | name=\"gesendet\"                   | 9  | SENT",
                "name=\"Vorlagen\"                   | name=\"Inbox\"                      | 6  | INBOX",
                "name=\"Vorlagen\"                   | name=\" Vorlagen\"                  | 6  | Vorlagen",
                "name=\"Vorlagen\"                   | name=\"Vorlagen \"                  | 6  | Vorlagen",
                "name=\"Vorlagen\"                   | name=\"/Vorlagen\"                  | 6  | Vorlagen",
                "name=\"Vorlagen\"                   | name=\"Vorlagen/\"                  | 6  | Vorlagen",
                "name=\"Vorlagen\"                   | name=\"A//B\"                       | 6  | A//B",
                "name=\"Vorlagen\"                   | name=\"Vor*lagen\"                  | 6  | Vor*lagen",
                "name=\"Vorlagen\"                   | name=\"100 % neu\"                  | 6  | 100 % neu",
                "name=\"Vorlagen\"                   | name=\"A&#127;B\"                   | 6  | folder-name",
                "<folder name=\"Vorlagen\"/>         | <file name=\"Vorlagen\"/>           | 6  | file",
                "<folder name=\"Vorlagen\"/>         | <folder name=\"Vorlagen\">          | 7  | folder",
                "<folder name=\"Vorlagen\"/>         | <folder/>                           | 6  | name",
            })
    void aBrokenFolderFileIsRefusedWithItsLine(String from, String to, int line, String about) throws IOException {
        breakAndExpect("ImapFolders.xml", FOLDERS.replaceFirst(java.util.regex.Pattern.quote(from), to), line, about);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{surname}</set>          | {surname</set>                     | 3  | stray brace at character 1",
                "{surname}</set>          | {username}</set>                   | 3  | made of itself",
                "{surname}</set>          | </set>                             | 3  | ",
                "{surname}@test.tux       | {surname}                          | 4  | makes no mail address",
                "{username}@localhost     | {username}{counter}@localhost      | 5  | {counter}",
                "Europe/Berlin            | Europe/Bonn                        | 7  | Europe/Bonn",
                "\"activated\">yes        | \"activated\">perhaps              | 8  | perhaps",
                "field=\"timezone\"       | field=\"time zone\"                | 7  | time zone",
                "field=\"timezone\"       | field=\"zone\"                     | 1  | 'timezone'",
                "from=\"feed\"            | from=\"generated\"                 | 9  | <characters>",
                "from=\"feed\"            | from=\"generated\" length=\"4\"    | 9  | 4",
                "is=\"EN\"                | is=\"FR\"                          | 11 | FR",
                "is=\"EN\"                |                                    | 11 | go together",
                "\"quota\">10             | \"quota\">a lot                    | 12 | a lot",
                "field=\"quota\"          | field=\"password\"                 | 12 | cannot be a default",
            })
    void aBrokenAccountFileIsRefusedWithItsLine(String from, String to, int line, String about) throws IOException {
        String replacement = to == null ? "" : java.util.regex.Matcher.quoteReplacement(to);
        String broken = ACCOUNTS.replaceFirst(java.util.regex.Pattern.quote(from), replacement);
        breakAndExpect("Accounts.xml", broken, line, about == null ? "" : about);
    }

    @Test
    void aLanguageWithoutGroupwareNamesIsRefused() throws IOException {
        breakAndExpect("GroupwareFolders.xml", GROUPWARE.replace("code=\"EN\"", "code=\"FR\""), 1, "EN");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        breakAndExpect(
                "ImapFolders.xml",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\n" + FOLDERS,
                1,
                "DOCTYPE");
    }

    @Test
    void aMissingFileIsRefusedByName() throws IOException {
        Files.delete(folder.resolve("Accounts.xml"));

        assertThatThrownBy(() -> Templates.load(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("Accounts.xml: ");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Files.write(folder.resolve("ImapFolders.xml"), FOLDERS.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Templates.load(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("ImapFolders.xml");
    }

    @Test
    void everyFaultIsReportedAtOnce() throws IOException {
        Files.writeString(folder.resolve("ImapFolders.xml"), FOLDERS.replace("role=\"sent\"", "role=\"outbox\""));
        Files.writeString(folder.resolve("GroupwareFolders.xml"), GROUPWARE.replace("music=\"H\"", ""));

        TemplateException refused = catchThrowableOfType(TemplateException.class, () -> Templates.load(folder));
        assertThat(refused.code()).isEqualTo(ErrorCode.TEMPLATE_INVALID);
        assertThat(refused.problems())
                .extracting(problem -> problem.origin().toString())
                .contains("ImapFolders.xml:5", "GroupwareFolders.xml:2", "GroupwareFolders.xml:3");
    }

    private void breakAndExpect(String file, String content, int line, String about) throws IOException {
        Files.writeString(folder.resolve(file), content, UTF_8);

        assertThatThrownBy(() -> Templates.load(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(about);
    }
}
