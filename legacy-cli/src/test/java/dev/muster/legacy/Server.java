package dev.muster.legacy;

/** What Muster talks to. */
enum Server {
    LDAP,
    GROUPWARE,
    STATE,
    IMAP
}
