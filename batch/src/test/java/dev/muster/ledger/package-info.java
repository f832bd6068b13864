/** The state store on H2, and on MariaDB as {@code samples/servers/run} starts it. */
@org.jspecify.annotations.NullMarked
package dev.muster.ledger;
