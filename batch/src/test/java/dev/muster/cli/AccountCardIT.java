package dev.muster.cli;

import static dev.muster.cli.RealSite.environment;
import static dev.muster.cli.RealSite.foldersOnDovecot;
import static dev.muster.cli.RealSite.muster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.RealSite.Said;
import dev.muster.site.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared account out of a feed, as its members meet it: by what is on their cards, and by what Postfix says. */
class AccountCardIT {
    @TempDir
    Path folder;

    /** Names of this test alone. */
    private final String mark =
            "c" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    private final String address = "kontakt-" + mark + "@test.tux";

    @BeforeEach
    void bring() throws IOException {
        feed("people.csv", """
                username,surname,givenname,mail,language,password
                %1$sanna,Meier,Anna %1$s,%1$sanna@test.tux,DE,Geheim-4711
                %1$svera,Meier,Vera %1$s,%1$svera@test.tux,DE,Geheim-4711
                %1$sotto,Meier,Otto %1$s,%1$sotto@test.tux,DE,Geheim-4711
                %1$ssven,Meier,Sven %1$s,%1$ssven@test.tux,DE,Geheim-4711
                """);
        feed("accounts.csv", """
                accountname,displayname,primaryaddress,addresses,personal,language,users
                %1$sinfo,Info-Team,%2$s,hilfe-%1$s@test.tux,Auskunft,DE,"%1$sanna:agent,%1$svera:viewer,%1$ssven:send-only"
                """);
    }

    @Test
    void theLoginOnTheCardOpensTheMailbox() throws Exception {
        String card = card("anna").out();
        String login = card.replaceAll("(?s).*\"login\": \"([^\"]+/[^\"]+)\".*", "$1");
        assertThat(login).isEqualTo(mark + "anna/" + address);
        assertThat(foldersOnDovecot(login, "Geheim-4711")).contains("Entwürfe", "Papierkorb");
        assertThat(card).contains("\"role\": \"agent\"", "\"login\": \"" + mark + "anna\"");
    }

    @Test
    void aCardSaysWhatTheRoleAllows() {
        assertThat(card("vera").out()).contains("\"role\": \"viewer\"", "\"sends\": false");
        assertThat(card("sven").out()).contains("\"role\": \"send-only\"", "\"reads\": false");
        assertThat(muster("account", "card", address, "--user", mark + "vera").out())
                .contains("Info-Team <" + address + ">", "shared/" + mark + "info", "You cannot send");
        assertThat(muster("account", "card", "hilfe-" + mark + "@test.tux").out())
                .contains("for YOUR-USER-NAME", "YOUR-USER-NAME/" + address);
    }

    @Test
    void whoeverIsUnknownHasNoCard() {
        assertThat(card("otto").status()).isEqualTo(ExitStatus.CONFLICT.number());
        assertThat(card("otto").err()).contains(mark + "otto is no member of " + address, mark + "anna");
        assertThat(muster("account", "card", "nobody-" + mark + "@test.tux").status())
                .isEqualTo(ExitStatus.CONFLICT.number());
        assertThat(muster("account", "card", "nobody").status()).isEqualTo(ExitStatus.USAGE.number());
    }

    @Test
    void postfixAnswersWhoMaySend() throws Exception {
        Path postfix = Path.of(environment("POSTMAP")).resolveSibling("senders");
        String senders = mark + "anna, " + mark + "sven";
        assertThat(ask("texthash:" + postfix, address)).isEqualTo(senders);
        assertThat(ask("texthash:" + postfix, "hilfe-" + mark + "@test.tux")).isEqualTo(senders);
        assertThat(ask("mysql:" + postfix.resolveSibling("sender-map-mysql.cf"), address)
                        .split(","))
                .containsExactlyInAnyOrder(mark + "anna", mark + "sven");
        feed("accounts.csv", """
                accountname,users
                %1$sinfo,"%1$svera:agent,%1$ssven:viewer"
                """);
        assertThat(ask("texthash:" + postfix, address)).isEqualTo(mark + "vera");
    }

    private Said card(String user) {
        return muster("account", "card", address, "--json", "--user", mark + user);
    }

    private void feed(String name, String text) throws IOException {
        Path feed = Files.writeString(folder.resolve(name), text.formatted(mark, address));
        Said said = muster("import", feed.toString());
        assertThat(said.status()).as(said.out() + said.err()).isZero();
    }

    private static String ask(String map, String address) throws IOException {
        Process process = new ProcessBuilder(environment("POSTMAP"), "-q", address, map)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
