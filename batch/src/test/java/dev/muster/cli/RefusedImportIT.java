package dev.muster.cli;

import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that never begin: how each ends, and what it says. */
class RefusedImportIT {
    @TempDir
    Path folder;

    @Test
    void refusesAnUnknownKeyAndABrokenTemplateBeforeAnythingStarts() throws Exception {
        Path misspelt = configuration(right().replaceFirst("(?m)^source: ", "sauce: x\nsource: "));
        Said said = muster("import", "--config", misspelt.toString(), feed());
        assertThat(said.status()).isEqualTo(ExitStatus.CONFIGURATION.number());
        assertThat(said.err()).contains("sauce is unknown; did you mean 'source'?");
    }

    @Test
    void endsWith64ForAWordThatAnOptionDoesNotHave() throws Exception {
        String feed = feed();
        for (String option : List.of("--format=xml", "--delimiter=xx", "--charset=foo", "--ldif=soft", "--invalid=x")) {
            assertThat(muster("check", option, feed).status()).as(option).isEqualTo(ExitStatus.USAGE.number());
        }
        assertThat(muster("import", "--adopt=anybody", feed).status()).isEqualTo(ExitStatus.USAGE.number());
    }

    @Test
    void endsWith78ForALimitOfNothingAndAFormatThatIsNone() throws Exception {
        for (String lines : List.of("limits: {chunk: 0}", "feed: {format: xml}", "feed: {quote: ''}")) {
            Path config = configuration(right() + "\n" + lines + "\n");
            assertThat(muster("check", "--config=" + config, feed()).status())
                    .as(lines)
                    .isEqualTo(ExitStatus.CONFIGURATION.number());
        }
    }

    @Test
    void endsWith77WhereTheDatabaseRefusesTheUser() throws Exception {
        Path config = configuration(right().replace("user: muster", "user: nobody"));
        Said said = muster("import", "--config=" + config, feed());
        assertThat(said.status()).as(said.err()).isEqualTo(ExitStatus.CREDENTIALS.number());
        assertThat(said.err()).contains("Look at");
    }

    @Test
    void endsWith64WithoutACommandAnd65WithoutAFeed() {
        assertThat(muster().status()).isEqualTo(ExitStatus.USAGE.number());
        assertThat(muster("import", "/nonexistent.csv").status()).isEqualTo(ExitStatus.INPUT_UNREADABLE.number());
    }

    private String feed() throws Exception {
        String feed = "username,surname,givenname,mail\nnobody,Muster,Eva,nobody@test.tux\n";
        return Files.writeString(folder.resolve("feed.csv"), feed).toString();
    }

    private static String right() throws Exception {
        return Files.readString(Path.of(environment("MUSTER_CONFIG")));
    }

    private Path configuration(String text) throws Exception {
        return Files.writeString(folder.resolve("muster.yaml"), text);
    }
}
