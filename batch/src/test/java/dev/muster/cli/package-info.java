/** Whole commands on the real servers. */
@org.jspecify.annotations.NullMarked
package dev.muster.cli;
