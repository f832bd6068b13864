package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.target.imap.ImapSettings.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderNamesTest {
    private final FolderNames plain = names('/', "");

    @ParameterizedTest
    @CsvSource({
        "Entwürfe, Entw&APw-rfe",
        "Gelöschte Elemente, Gel&APY-schte Elemente",
        "下書き, &Tgtm+DBN-",
        "R&D, R&-D",
        "a\"b\\c, a\\\"b\\\\c"
    })
    void namesAreWrittenInModifiedUtf7AndQuoted(String name, String written) throws Fault {
        assertThat(plain.argument(name)).isEqualTo('"' + written + '"');
    }

    @Test
    void levelsAndPrefixAreTheServers() throws Fault {
        assertThat(names('.', "INBOX.").argument("Archiv/2026")).isEqualTo("\"INBOX.Archiv.2026\"");
    }

    @Test
    void nameThatWouldBecomeTwoLevelsIsRefused() {
        assertThatThrownBy(() -> names('.', "").argument("Dr. Zoë"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("Dr. Zoë");
    }

    @Test
    void listedNamesComeBackWithOurLevels() {
        assertThat(names('.', "INBOX.").own("INBOX.Archiv.2026")).contains("Archiv/2026");
    }

    @Test
    void inboxIsInboxInAnyCaseAndUnderAnyPrefix() {
        assertThat(names('.', "INBOX.").own("inbox")).contains("INBOX");
    }

    @Test
    void otherPeoplesFoldersAreNotOnesOwn() {
        assertThat(plain.own("shared/info/Sent")).isEmpty();
        assertThat(plain.own("shared")).isEmpty();
        assertThat(plain.own("sharedness")).contains("sharedness");
    }

    private static FolderNames names(char separator, String prefix) {
        return new FolderNames(
                new Traits(Kind.DOVECOT, Set.of(), separator, prefix, List.of("shared" + separator), List.of()));
    }
}
