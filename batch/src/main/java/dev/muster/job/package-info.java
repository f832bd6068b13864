/**
 * The import as a Spring Batch job: check, plan, plan-groups, guard, apply, groups, report. Nothing else knows Spring
 * Batch.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.job;
