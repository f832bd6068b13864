package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the commands say of themselves, all of it from their models. */
class HelpTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void thereAreFourteenCommands() {
        assertThat(fourteen().stream().map(command -> command.model().name()))
                .containsExactlyInAnyOrder(
                        "adduser",
                        "deluser",
                        "addgroup",
                        "delgroup",
                        "addmembers2group",
                        "delmembersfromgroup",
                        "changepasswd",
                        "setquota",
                        "addresource",
                        "addresourcegroup",
                        "delresource",
                        "delresourcegroup",
                        "addmembers2resgroup",
                        "delmembersfromresgroup");
    }

    @Test
    void withoutAnArgumentEveryCommandShowsItsOptionsAndEndsWith64() {
        for (LegacyCommand command : fourteen()) {
            assertThat(run(command.model().name())).isEqualTo(64);
            command.model().options().forEach(option -> assertThat(said()).contains(option.usage()));
        }
    }

    @Test
    void helpAddsExamplesThatParse() {
        for (LegacyCommand command : fourteen()) {
            assertThat(run(command.model().name(), "--help")).isZero();
            assertThat(command.model().examples()).isNotEmpty();
            for (String example : command.model().examples()) {
                assertThat(said()).contains(example);
                List<String> words = List.of(example.split(" "));
                Call call = command.translated(new CallParser(command.model(), words.subList(1, words.size())).parse());
                assertThat(command.mandatory(call)).allMatch(option -> call.has(option) || call.has(option + "-file"));
            }
        }
    }

    @Test
    void everyCommandHasAManualPageAndCompletion() {
        for (LegacyCommand command : fourteen()) {
            assertThat(run("launch", "--manual", command.model().name())).isZero();
            assertThat(said()).contains(".SH OPTIONS", "\\-\\-adminuser=NAME");
        }
        assertThat(run("launch", "--completion")).isZero();
        assertThat(said()).contains("--surname= ", " setquota\n");
        assertThat(run("launch", "--manual", "nosuch")).isEqualTo(64);
    }

    /** The commands for secondary accounts speak as the groupware's own do. */
    private static List<LegacyCommand> fourteen() {
        return LegacyCommands.all().stream()
                .filter(command -> !command.model().name().endsWith("secondaryaccount"))
                .toList();
    }

    private int run(String... words) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Legacy.run(
                List.of(words),
                new Surroundings(new BufferedReader(new StringReader("")), print, print, question -> Optional.empty()));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
