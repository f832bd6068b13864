/** What the embedded servers promise to the targets. */
@org.jspecify.annotations.NullMarked
package dev.muster.embedded;
