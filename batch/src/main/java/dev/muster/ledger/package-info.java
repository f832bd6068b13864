/**
 * The state store: claims, plans, intents, before-images, outcomes. Every total and every report is read from here.
 * Works on MariaDB and on H2; takes part in the transaction of its caller where there is one.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.ledger;
