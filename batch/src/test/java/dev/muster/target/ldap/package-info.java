/** The LDAP target against a directory in memory and against the real one. */
@org.jspecify.annotations.NullMarked
package dev.muster.target.ldap;
