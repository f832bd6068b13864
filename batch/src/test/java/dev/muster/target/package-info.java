/** The contract that every target passes: memory, embedded, real. */
@org.jspecify.annotations.NullMarked
package dev.muster.target;
