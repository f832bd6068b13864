/** The target that everybody else's tests use. */
@org.jspecify.annotations.NullMarked
package dev.muster.target.memory;
