package dev.muster.ledger;

/**
 * One line of the result report.
 *
 * @param ordinal the row of the feed
 * @param line where that row begins
 * @param identity the person's identity
 * @param userName the name she has
 * @param result {@code created}, {@code updated}, {@code unchanged}, {@code failed}, {@code left out} or {@code pending}
 * @param targets what came of each target; empty where nothing was to do
 */
public record RowResult(long ordinal, long line, String identity, String userName, String result, String targets) {}
