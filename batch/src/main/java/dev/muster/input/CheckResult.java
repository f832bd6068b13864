package dev.muster.input;

/**
 * What the check of a whole feed came to.
 *
 * @param rows the rows read, the rejected ones included
 * @param rejected the rows with at least one problem, duplicates included
 * @param complete whether the feed can prove that somebody is absent: every row tells whose it is, no line was lost,
 *     and it is no reject file fed again
 */
public record CheckResult(long rows, long rejected, boolean complete) {}
