package dev.muster.cli;

import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.muster;
import static dev.muster.cli.RealSite.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shared accounts in YAML, one of them with a fault: what becomes of it on the real servers, and of its corrected reject. */
class AccountRejectsIT {
    private static final String ATTACHED =
            "SELECT l.uid FROM user_mail_account m JOIN login2user l ON l.cid = m.cid AND l.id = m.`user`"
                    + " WHERE m.secondary = 1 AND m.password IS NOT NULL AND m.primary_addr = ?";

    @TempDir
    Path folder;

    private final String mark =
            "y" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @BeforeEach
    void people() throws Exception {
        String feed = "username,surname,mail,password\n%1$sa,Berg,%1$sa@test.tux,geheim-a\n".formatted(mark);
        Said said = muster(
                "import",
                "--json",
                Files.writeString(folder.resolve("people.csv"), feed).toString());
        assertThat(said.status()).as(said.err()).isZero();
    }

    @Test
    void takesTheGoodItemAndThenTheCorrectedOne() throws Exception {
        Said first = accounts("""
                accounts:
                - accountname: %1$sgood
                  primaryaddress: %1$sgood@test.tux
                  members: [{user: %1$sa, role: viewer}]
                - accountname: %1$sbad
                  primaryaddress: %1$sbad@test.tux
                  login: %1$sbad
                  password: top-secret
                  members: [{user: %1$sa, role: wiewer}]
                """);
        assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.SOME_ROWS_BAD.number());
        assertThat(first.out()).contains("\"created\":1").contains("\"rejected\":1");
        Path rejects = Path.of(first.err().replaceAll("(?s).*import again: (\\S+).*", "$1"));
        String text = Files.readString(rejects);
        assertThat(rejects.getFileName()).hasToString("rejects.yaml");
        assertThat(text).contains("Was 'viewer' meant?", "@run:").doesNotContain("top-secret", mark + "good");

        Said second = accounts(text.replace("wiewer", "viewer"));
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).contains("\"created\":1");
        assertThat(rows(environment("DB_NAME_8"), ATTACHED, mark + "bad@test.tux"))
                .as("attached, with the password that the reject file only referred to")
                .containsExactly(mark + "a");
        Said third = accounts(text.replace("wiewer", "viewer"));
        assertThat(third.out()).as(third.err()).contains("\"unchanged\":1");
    }

    private Said accounts(String text) throws Exception {
        Path feed = Files.createTempFile(folder, "accounts", ".yaml");
        return muster(
                "import",
                "--json",
                Files.writeString(feed, text.replace("%1$s", mark)).toString());
    }
}
