/** May this feed, this plan, go ahead? Pure. */
@org.jspecify.annotations.NullMarked
package dev.muster.guard;
