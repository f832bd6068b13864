package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.EndpointSource;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the commands for secondary accounts understand their arguments. */
class AccountCallParserTest {
    private static final List<LegacyCommand> FOUR = LegacyCommands.all().stream()
            .filter(AccountCommand.class::isInstance)
            .toList();

    @Test
    void aValueStandsBehindAnEqualsSignOrIsTheNextArgument() {
        AccountCall call = call("-c", "1", "--users=3,4", "--groups", "0,9", "-e", "a@b.c");
        assertThat(call.users()).containsExactly(3L, 4L);
        assertThat(call.groups()).containsExactly(0L, 9L);
    }

    @Test
    void theFirstOfTwoCountsAndAnEmptyValueIsAValue() {
        AccountCall call = call("-c", "1", "--name", "", "--name", "Other", "--password=", "--password", "x");
        assertThat(call.settings().text(AccountField.NAME)).contains("");
        assertThat(call.settings().password(AccountField.PASSWORD).map(AccountPassword::isEmpty))
                .contains(true);
    }

    @Test
    void namesMatchExactly() {
        for (String typed : List.of("--Users", "--user", "-users", "-x", "users", "--")) {
            assertThatThrownBy(() -> call("-c", "1", typed, "3"))
                    .isInstanceOfSatisfying(
                            AccountRefusal.class,
                            refusal -> assertThat(refusal.exit()).isEqualTo(AccountExit.UNKNOWN_OPTION));
        }
    }

    @Test
    void onlyTrueIsTrueAndSourcesMayHaveBlanksAndCapitals() {
        AccountCall call = call(
                "-c", "1", "--mail-secure", "TRUE", "--transport-secure", "yes", "--mail-endpoint-source", " Primary ");
        assertThat(call.settings().text(AccountField.MAIL_SECURE)).contains("true");
        assertThat(call.settings().text(AccountField.TRANSPORT_SECURE)).contains("false");
        assertThat(call.source(AccountOptions.MAIL_SOURCE)).contains(EndpointSource.PRIMARY);
        assertThat(call.source(AccountOptions.TRANSPORT_SOURCE)).isEmpty();
    }

    @Test
    void aPasswordThatLostItsOptionIsNotRepeated() {
        assertThatThrownBy(() -> call("-c", "1", "verysecret")).hasMessage("Unknown option 'ver...'");
    }

    @Test
    void secretsAreInNoTextOfACall() {
        assertThat(call("-c", "1", "-P", "verysecret", "--password", "alsosecret")
                        .toString())
                .doesNotContain("verysecret", "alsosecret");
    }

    @Test
    void examplesParseAndHelpHasThem() {
        assertThat(FOUR).hasSize(4).allSatisfy(command -> {
            assertThat(command.model().examples()).isNotEmpty().allSatisfy(example -> {
                List<String> words = List.of(example.split(" "));
                new AccountCallParser(command.model(), words.subList(1, words.size())).parse();
                assertThat(HelpText.help(command.model())).contains(example, "108 no such user or group");
            });
        });
    }

    @Test
    void everyCommandHasAManualPageAndCompletion() {
        for (LegacyCommand command : FOUR) {
            assertThat(ManualPage.of(command.model())).contains("\\-c, \\-\\-contextid=ID", "108 no such user");
            assertThat(ShellCompletion.ofAll()).contains(" " + command.model().name() + "\n");
        }
    }

    @Test
    void anEmptyCallNamesWhatIsMissing() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        Surroundings surroundings =
                new Surroundings(new BufferedReader(new StringReader("")), print, print, question -> Optional.empty());
        assertThat(Legacy.run(List.of("deletesecondaryaccount"), surroundings)).isEqualTo(104);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("account could not be deleted: ")
                .contains("Error: Option(s) \"contextid,adminuser,primary-address\" missing", "Usage: ");
    }

    private static AccountCall call(String... arguments) {
        CommandModel model = new CreateAccount().model();

        return AccountCall.of(new AccountCallParser(model, List.of(arguments)).parse());
    }
}
