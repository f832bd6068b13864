package dev.muster.target.ldap;

/** A request on behalf of somebody who is to go. */
record Errand(Leaver leaver, LdapCall call) {}
