/**
 * From what is wanted, what was claimed and what is there to what is to do. Pure: no input or output, no clock, no log;
 * the same arguments give the same plan.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.plan;
