/** How a configuration is read. */
@org.jspecify.annotations.NullMarked
package dev.muster.config;
