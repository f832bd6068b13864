/** The happy path for a chunk of people: read, plan, apply in the plan's order, outcomes. */
@org.jspecify.annotations.NullMarked
package dev.muster.provision;
