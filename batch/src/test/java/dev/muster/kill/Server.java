package dev.muster.kill;

/** What Muster talks to. */
enum Server {
    SLAPD,
    GROUPWARE,
    STATE,
    IMAP
}
