package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallParserTest {
    private static final CommandModel MODEL = CommandModel.of(
            "paint",
            "Paints",
            Option.mandatory("colour", "NAME", "The colour").once("color"),
            Option.secret("password", "The password"),
            Option.flag("twice", "Two coats"));

    @Test
    void understandsBothWaysToGiveAValue() {
        assertThat(parse("--colour=red").text("colour")).isEqualTo("red");
        assertThat(parse("--colour", "red").text("colour")).isEqualTo("red");
        assertThat(parse("--colour=a=b").text("colour")).isEqualTo("a=b");
    }

    @Test
    void understandsDashesPastedFromADocument() {
        for (String dashes : List.of("-\u2013", "\u2013", "\u2014", "\u2013\u2013", "\u2010\u2010", "\u2212-")) {
            assertThat(parse(dashes + "colour=red").text("colour")).isEqualTo("red");
        }
        assertThat(new CallParser(MODEL, List.of("--password\u2013file=x"))
                        .parse()
                        .value("password-file"))
                .hasValue("x");
    }

    @Test
    void takesOlderNamesAndSaysWhatTheyAreCalledToday() {
        Call call = parse("--color=red");
        assertThat(call.text("colour")).isEqualTo("red");
        assertThat(call.remarks()).containsExactly("--color is the older name of --colour.");
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(parse("--colour=").has("colour")).isFalse();
        assertThat(parse("--twice").has("twice")).isTrue();
    }

    @Test
    void keepsUnknownOptionsAsAttributesWhereTheCommandTakesThem() {
        Call call = new CallParser(MODEL.takingAttributes(), List.of("--birthDay=1984-01-01", "--homePhone", "0123"))
                .parse();
        assertThat(call.attributes()).containsEntry("birthDay", "1984-01-01").containsEntry("homePhone", "0123");
    }

    @Test
    void refusesWhatNobodyCanHaveMeant() {
        refuses("--colour is given twice.", "--colour=red", "--colour=red");
        refuses("--colour is given twice (as --color and --colour).", "--color=red", "--colour=blue");
        refuses("The option --colou is unknown; did you mean --colour?", "--colou=red");
        refuses("--colour needs a value; write --colour=VALUE.", "--colour");
        refuses("--colour needs a value; write --colour=VALUE.", "--colour", "--twice");
        refuses("--twice takes no value.", "--twice=yes");
        refuses("'red' is no option. Options begin with two hyphens.", "red");
        refuses("'-co...' is no option. Options begin with two hyphens.", "-colour=red");
    }

    @Test
    void showsNoSecretThatLostItsOption() {
        assertThatThrownBy(() -> parse("geheim-und-lang")).hasMessageNotContaining("geheim");
        assertThat(parse("--password=geheim").toString()).doesNotContain("geheim");
    }

    private static Call parse(String... arguments) {
        return new CallParser(MODEL, List.of(arguments)).parse();
    }

    private static void refuses(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments)).hasMessage(message);
    }
}
