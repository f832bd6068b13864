/** What may go ahead. */
@NullMarked
package dev.muster.guard;

import org.jspecify.annotations.NullMarked;
