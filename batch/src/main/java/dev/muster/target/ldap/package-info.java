/** The directory behind the port: people as entries, by the UnboundID SDK, which only this package imports here. */
@org.jspecify.annotations.NullMarked
package dev.muster.target.ldap;
