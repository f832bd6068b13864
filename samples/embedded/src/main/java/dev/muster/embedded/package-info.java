/** LDAP, SQL and IMAP servers in the JVM, for the quickstart and the tests. The product never depends on it. */
@org.jspecify.annotations.NullMarked
package dev.muster.embedded;
