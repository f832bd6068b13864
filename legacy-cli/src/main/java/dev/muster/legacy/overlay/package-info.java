/** Back-ends as they will be once some calls are carried out: what is written stays in memory, to be done in bulk later. */
@org.jspecify.annotations.NullMarked
package dev.muster.legacy.overlay;
