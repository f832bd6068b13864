package dev.muster.legacy.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @Test
    void wordsAreSplitAtBlanks() {
        assertThat(words("adduser  --a=b\t--c d ")).containsExactly("adduser", "--a=b", "--c", "d");
    }

    @Test
    void quotesKeepWordsTogetherAndGoAway() {
        assertThat(words("x --a='b  \"c\"' --d=\"e 'f'\" 'g'h"))
                .containsExactly("x", "--a=b  \"c\"", "--d=e 'f'", "gh");
    }

    @Test
    void emptyQuotesAreAWord() {
        assertThat(words("x '' --a=\"\"")).containsExactly("x", "", "--a=");
    }

    @Test
    void aBackslashTakesTheMeaningFromWhatFollows() {
        assertThat(words("x a\\ b \\' \"c\\\"d\\e\" \\$HOME")).containsExactly("x", "a b", "'", "c\"d\\e", "$HOME");
    }

    @Test
    void aLineThatEndsInABackslashGoesOn() {
        assertThat(words("x \\\n  --a=b\\\nc \\\r\n --d=\"e\\\nf\"")).containsExactly("x", "--a=bc", "--d=ef");
    }

    @Test
    void commentsAndBlankLinesAreNoCalls() {
        List<ScriptCall> calls = Script.calls("#!/bin/sh\n\n  # adduser --x\nadduser --a=b#c # why\n");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).arguments()).containsExactly("--a=b#c");
    }

    @Test
    void everyCallKnowsItsLineAndNumber() {
        List<ScriptCall> calls = Script.calls("\na \\\n --b\n\nc '\n'\nd; e\r\n");
        assertThat(calls).extracting(ScriptCall::command).containsExactly("a", "c", "d", "e");
        assertThat(calls).extracting(ScriptCall::line).containsExactly(2L, 5L, 7L, 7L);
        assertThat(calls).extracting(ScriptCall::ordinal).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aPathInFrontOfTheCommandIsLeftOut() {
        assertThat(Script.calls("/usr/local/sbin/adduser --a").get(0).command()).isEqualTo("adduser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adduser --a=$NAME",
                "adduser --a=\"${NAME}\"",
                "adduser --a=$(id)",
                "adduser --a=`id`",
                "adduser --a | cat",
                "adduser --a && adduser --b",
                "adduser --a > log",
                "adduser --a < pw",
                "(adduser --a)",
                "adduser --a &",
                "adduser --a='b"
            })
    void whatOnlyAShellDoesIsAFault(String line) {
        assertThat(Script.calls(line).get(0).fault()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x '$NAME | `a`'", "x --p=5$", "x \"5$ and\"", "x \"a&b;c|d\"", "x a\\&b", "x \"\\$A\""})
    void whatIsQuotedOrMeansNothingIsNone(String line) {
        assertThat(Script.calls(line).get(0).fault()).isEmpty();
    }

    @Test
    void aCallWithAFaultDoesNotHideTheNext() {
        List<ScriptCall> calls = Script.calls("a $X\nb --c\n");
        assertThat(calls).extracting(ScriptCall::command).containsExactly("a", "b");
        assertThat(calls.get(1).fault()).isEmpty();
    }

    @Test
    void nothingOfAnOpenQuoteIsShown() {
        List<ScriptCall> calls = Script.calls("a --b='c\nadduser --adminpasswd=secret\n");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).tokens()).extracting(Token::raw).containsExactly("a", "");
        assertThat(calls.get(0).toString()).doesNotContain("secret");
    }

    private static List<String> words(String text) {
        return Script.calls(text).get(0).tokens().stream().map(Token::text).toList();
    }
}
