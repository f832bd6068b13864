/** The import as a Spring Batch job of five steps: check, plan, guard, apply, report. Nothing else knows Spring Batch. */
@org.jspecify.annotations.NullMarked
package dev.muster.job;
