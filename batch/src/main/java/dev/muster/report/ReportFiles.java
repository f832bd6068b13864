package dev.muster.report;

import java.nio.file.Path;

/**
 * Where the reports of one run lie.
 *
 * @param folder the run's own folder
 * @param results one line for every row of the feed, CSV (RFC 4180, UTF-8)
 * @param summary the totals as JSON
 * @param page the totals as a page for people, HTML
 * @param rejects the rows to correct, in the feed's own format; there is no such file if {@code rowsToCorrect} is 0
 * @param rowsToCorrect how many rows of the feed were rejected or failed and can be corrected and fed again
 */
public record ReportFiles(Path folder, Path results, Path summary, Path page, Path rejects, long rowsToCorrect) {}
