/**
 * What an administrator edits in {@code templates/}: folder names by language and style, defaults, and the patterns of
 * generated values. Completes a draft to a spec; pure, immutable and thread-safe once loaded.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.template;
