package dev.muster.model;

/**
 * Where something came from: a row of a feed.
 *
 * @param file the feed's file name, without its folder
 * @param line the line on which the row begins, from 1, or the line of one of its values; 0 when the whole file is meant
 * @param ordinal the row's number among the feed's data rows, from 1; 0 when no row is meant
 */
public record Origin(String file, long line, long ordinal) {
    /** The feed as a whole, not one of its rows. */
    public static Origin wholeFile(String file) {
        return new Origin(file, 0, 0);
    }

    /** The same row, at one of its later lines. */
    public Origin at(long later) {
        return new Origin(file, later, ordinal);
    }

    /** {@code users.csv:4711}, as it stands in front of every message. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
