/**
 * What is wanted (spec), what is there (state), what to do (plan, change) and what came of it (outcome). Knows the JDK
 * only; every type is immutable and thread-safe.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.model;
