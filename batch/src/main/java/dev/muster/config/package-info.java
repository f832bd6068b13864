/** Reads and validates {@code muster.yaml} and resolves references to secrets. */
@org.jspecify.annotations.NullMarked
package dev.muster.config;
