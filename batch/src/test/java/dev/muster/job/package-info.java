/** Whole imports on targets in memory. */
@org.jspecify.annotations.NullMarked
package dev.muster.job;
