/** The command line: main, the commands, and how a run's parts are put together. */
@org.jspecify.annotations.NullMarked
package dev.muster.cli;
