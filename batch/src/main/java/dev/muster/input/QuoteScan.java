package dev.muster.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows the quotes of a CSV line (RFC 4180): a quote opens only at the beginning of a cell, is doubled inside, and
 * closes only before a delimiter or the end of the line. Quotes inside an unquoted cell are ordinary characters.
 */
record QuoteScan(char delimiter, char quote) {
    enum State {
        CELL_BEGINS,
        IN_CELL,
        IN_QUOTES,
        QUOTE_CLOSED,
        COMPLETE,
        BROKEN
    }

    boolean none(String line) {
        return line.indexOf(quote) < 0;
    }

    /** Goes over one line: the record is complete, still open (IN_QUOTES), or broken. */
    State scan(String line, State before) {
        State state = before;
        for (int index = 0; index < line.length() && state != State.BROKEN; index++) {
            state = after(state, line.charAt(index));
        }
        return state == State.IN_QUOTES || state == State.BROKEN ? state : State.COMPLETE;
    }

    /** The cells of a complete record. */
    List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from <= record.length()) {
            int to = quoted(record, from) ? closing(record, from) + 1 : record.indexOf(delimiter, from);
            int end = to < 0 ? record.length() : to;
            cells.add(
                    quoted(record, from) ? unquoted(record.substring(from + 1, end - 1)) : record.substring(from, end));
            from = end + 1;
        }
        return cells;
    }

    private boolean quoted(String record, int from) {
        return from < record.length() && record.charAt(from) == quote;
    }

    /** Where the quote that opens at {@code from} closes: the next one that is not doubled. */
    private int closing(String record, int from) {
        int at = record.indexOf(quote, from + 1);
        while (at + 1 < record.length() && record.charAt(at + 1) == quote) {
            at = record.indexOf(quote, at + 2);
        }
        return at;
    }

    private String unquoted(String cell) {
        return cell.indexOf(quote) < 0 ? cell : cell.replace(doubled(), String.valueOf(quote));
    }

    private String doubled() {
        return String.valueOf(quote) + quote;
    }

    private State after(State state, char character) {
        return switch (state) {
            case CELL_BEGINS -> character == quote ? State.IN_QUOTES : inCell(character);
            case IN_CELL, COMPLETE, BROKEN -> inCell(character);
            case IN_QUOTES -> character == quote ? State.QUOTE_CLOSED : State.IN_QUOTES;
            case QUOTE_CLOSED -> closed(character);
        };
    }

    private State inCell(char character) {
        return character == delimiter ? State.CELL_BEGINS : State.IN_CELL;
    }

    private State closed(char character) {
        if (character == quote) {
            return State.IN_QUOTES;
        }
        return character == delimiter ? State.CELL_BEGINS : State.BROKEN;
    }
}
