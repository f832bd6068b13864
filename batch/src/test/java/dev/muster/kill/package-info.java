/** Kills the whole program in the middle of its work, takes servers away from it, and looks at what becomes of it. */
@org.jspecify.annotations.NullMarked
package dev.muster.kill;
