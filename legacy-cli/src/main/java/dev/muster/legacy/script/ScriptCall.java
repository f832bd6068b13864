package dev.muster.legacy.script;

import java.util.List;

/**
 * One call of a file.
 *
 * @param ordinal its number among the calls, from 1
 * @param line the line on which it begins, from 1
 * @param tokens its words, the command first
 * @param fault why a shell would do more with it than call a command, as a sentence; empty if it would not
 */
public record ScriptCall(long ordinal, long line, List<Token> tokens, String fault) {
    public ScriptCall {
        tokens = List.copyOf(tokens);
    }

    /** The command, without the path in front of it. */
    public String command() {
        String first = tokens.isEmpty() ? "" : tokens.get(0).text();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    /** What follows the command. */
    public List<String> arguments() {
        return tokens.stream().skip(1).map(Token::text).toList();
    }
}
