package dev.muster.input;

import java.util.List;

/**
 * One record of a CSV file, before its columns mean anything.
 *
 * @param line the line on which it begins, from 1
 * @param cells its cells; of a broken record what the delimiter alone makes of its first line
 * @param broken whether a quote opened on that line and never closed as it should
 * @param skipped how many lines after a broken record belong to nobody
 */
record CsvRecord(long line, List<String> cells, boolean broken, int skipped) {
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
