package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ledger.Ledger;
import dev.muster.ledger.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private final String state = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MariaDB;DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    @BeforeEach
    void site() throws IOException {
        Files.writeString(folder.resolve("key"), "A".repeat(43) + "=");
        Files.writeString(folder.resolve("password"), "secret");
        Files.writeString(folder.resolve("users.csv"), "username~surname\nanna~Berg\n");
        Files.writeString(
                folder.resolve("muster.yaml"),
                String.join(
                        "\n",
                        "source: test",
                        "siteKeyFile: key",
                        "templates: " + Path.of("../templates").toAbsolutePath(),
                        "state: {url: '" + state + "', user: muster, passwordFile: password}",
                        "feed: {unattended: true}"));
    }

    @Test
    void anUnattendedCheckGoesByTheLastGoodFeed() {
        done("csv UTF-8 ~ \"");
        done("legacy");
        assertThat(check()).isZero();
    }

    @Test
    void anUnattendedCheckGuessesNothing() {
        assertThat(check()).isEqualTo(3);
    }

    @Test
    void aFeedOfSharedAccountsIsCheckedWithTheRolesOfTheSite() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "accounts:\n- {accountname: info, users: 'anna:filer'}\n");
        assertThat(check("a.yaml", "--json")).isEqualTo(2);
        configure("accounts: {roles: {filer: [get message, flag message]}}");
        assertThat(check("a.yaml", "--format=yaml")).isZero();
    }

    @Test
    void aLanguageOfAccountsThatNoTemplateKnowsStopsTheStart() throws IOException {
        configure("accounts: {language: Klingon}");
        assertThat(check()).isEqualTo(78);
    }

    @Test
    void aFeedWithoutRowsIsNoProofThatEverybodyLeft() throws IOException {
        done("csv UTF-8 ~ \"");
        Files.writeString(folder.resolve("users.csv"), "username~surname\n");
        assertThat(check()).isEqualTo(3);
    }

    @Test
    void aFeedThatIsMostlyRejectedDoesNotGoAhead() throws IOException {
        done("csv UTF-8 ~ \"");
        Files.writeString(folder.resolve("users.csv"), "username~surname\n" + "an na~Berg\n".repeat(100));
        assertThat(check()).isEqualTo(3);
    }

    private void configure(String section) throws IOException {
        Files.writeString(folder.resolve("muster.yaml"), "\n" + section, StandardOpenOption.APPEND);
    }

    private int check() {
        return check("users.csv", "--json");
    }

    private int check(String feed, String option) {
        return Muster.run(
                "check",
                folder.resolve(feed).toString(),
                option,
                "--config",
                folder.resolve("muster.yaml").toString());
    }

    private void done(String format) {
        Ledger ledger = Ledger.open(JdbcConnectionPool.create(state, "muster", "secret"));
        Run run = ledger.runs()
                .begin(new Run(0, "test", "f", "d", format, "", Run.State.RUNNING, 1, 0, 0, 0, true, "", "me"));
        ledger.runs().ended(run.id(), Run.State.DONE, 0, 2);
    }
}
