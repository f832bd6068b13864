/** Planning without any server. */
@org.jspecify.annotations.NullMarked
package dev.muster.plan;
