/** Tests of the reports on a ledger in memory. */
@org.jspecify.annotations.NullMarked
package dev.muster.report;
