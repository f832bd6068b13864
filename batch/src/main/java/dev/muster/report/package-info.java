/**
 * What a run leaves behind for people and programs: a line for every row, a summary, a page to look at, the rows to
 * correct. Everything is read from the ledger; the feed is read again only for the reject file and for the names in
 * rows that were never planned. Knows {@code model}, {@code ledger} and, for the feed, {@code input}.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.report;
