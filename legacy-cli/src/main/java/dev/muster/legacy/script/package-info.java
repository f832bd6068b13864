/** Files of calls, as a shell reads them, without doing anything that they say. */
@org.jspecify.annotations.NullMarked
package dev.muster.legacy.script;
