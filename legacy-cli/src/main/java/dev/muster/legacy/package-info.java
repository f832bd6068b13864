/** The old commands, a thin door into the same provisioning. */
@org.jspecify.annotations.NullMarked
package dev.muster.legacy;
