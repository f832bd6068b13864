/** The ports to the three back-ends. A target knows the model and its own settings, nothing else. */
@org.jspecify.annotations.NullMarked
package dev.muster.target;
