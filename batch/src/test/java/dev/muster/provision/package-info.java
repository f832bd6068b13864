/** Tests of dev.muster.provision. */
@org.jspecify.annotations.NullMarked
package dev.muster.provision;
