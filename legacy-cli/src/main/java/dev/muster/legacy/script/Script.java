package dev.muster.legacy.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads calls as a POSIX shell splits them into words (Shell Command Language, 2.2 and 2.3): quotes, backslashes,
 * continued lines, comments. Nothing is expanded and nothing carried out; where a shell would do so, the call is told as
 * faulty. For one reading.
 */
public final class Script {
    private static final String BLANK = " \t\r";
    private static final String ENDS = "\n;";
    private static final String OPERATORS = "|&<>()";
    /** What may stand behind a dollar sign that a shell replaces. */
    private static final String SPECIAL_PARAMETERS = "{(?!#*@$-";

    private final String text;
    private final List<ScriptCall> calls = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private long line = 1;
    private long begun;
    private String fault = "";
    private boolean open;

    private Script(String text) {
        this.text = text;
    }

    /** The calls in their order; faulty ones are among them. */
    public static List<ScriptCall> calls(String text) {
        Script script = new Script(text);
        script.read();
        return List.copyOf(script.calls);
    }

    private void read() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (ENDS.indexOf(next) >= 0) {
                endCall();
                step();
            } else if (BLANK.indexOf(next) >= 0 || continues()) {
                stepOver();
            } else if (next == '#') {
                at = lineEnd();
            } else {
                token();
            }
        }
        endCall();
    }

    private void token() {
        if (tokens.isEmpty()) {
            begun = line;
        }
        int from = at;
        word.setLength(0);
        if (OPERATORS.indexOf(text.charAt(at)) >= 0) {
            blame("'" + text.charAt(at) + "' joins or redirects commands, which only a shell does.");
            word.append(text.charAt(at));
            step();
        } else {
            while (at < text.length() && !endsWord(text.charAt(at))) {
                piece(text.charAt(at));
            }
        }
        tokens.add(open ? new Token("", "") : new Token(word.toString(), text.substring(from, at)));
    }

    private static boolean endsWord(char next) {
        return ENDS.indexOf(next) >= 0 || BLANK.indexOf(next) >= 0 || OPERATORS.indexOf(next) >= 0;
    }

    private void piece(char next) {
        switch (next) {
            case '\'' -> single();
            case '"' -> quoted();
            case '\\' -> escaped();
            default -> plain(next);
        }
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            unclosed();
            return;
        }
        word.append(text, at + 1, end);
        stepTo(end + 1);
    }

    private void quoted() {
        step();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0) {
                escaped();
            } else {
                plain(text.charAt(at));
            }
        }
        if (at >= text.length()) {
            unclosed();
            return;
        }
        step();
    }

    /** A backslash takes the meaning from what follows; together with a line's end it is nothing. */
    private void escaped() {
        if (continues()) {
            stepOver();
            return;
        }
        step();
        if (at < text.length()) {
            word.append(text.charAt(at));
            step();
        }
    }

    private void plain(char next) {
        if (next == '`' || next == '$' && isReplaced()) {
            blame("A shell would replace what stands behind '" + next + "'; nothing is replaced here.");
        }
        word.append(next);
        step();
    }

    private boolean isReplaced() {
        char behind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return behind == '_' || Character.isLetterOrDigit(behind) || SPECIAL_PARAMETERS.indexOf(behind) >= 0;
    }

    private void unclosed() {
        blame("The quote that is opened here is never closed, so the rest of the file belongs to it.");
        open = true;
        stepTo(text.length());
    }

    private void endCall() {
        if (!tokens.isEmpty()) {
            calls.add(new ScriptCall(calls.size() + 1L, begun, tokens, fault));
        }
        tokens.clear();
        fault = "";
    }

    private void blame(String what) {
        fault = fault.isEmpty() ? what : fault;
    }

    private boolean continues() {
        return text.startsWith("\\\n", at) || text.startsWith("\\\r\n", at);
    }

    private void stepOver() {
        stepTo(continues() ? text.indexOf('\n', at) + 1 : at + 1);
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void step() {
        stepTo(at + 1);
    }

    private void stepTo(int end) {
        for (; at < end; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }
}
