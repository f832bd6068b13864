/**
 * The old commands {@code adduser}, {@code addgroup}, ... : an argument list in, the same planning and writing as an
 * import, an exit status out. Knows {@code provision} and {@code input}, never {@code job}; loads no Vert.x, Spring or H2.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.legacy;
