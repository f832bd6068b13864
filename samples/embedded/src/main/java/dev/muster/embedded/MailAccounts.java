package dev.muster.embedded;

/** Whom the mailbox store lets in: people with their own password, and the administrator on behalf of anybody. Thread-safe. */
interface MailAccounts {
    /** Whether the directory knows this user name. */
    boolean exists(String user);

    /** Whether this is the user's password and the account is one that may log in. */
    boolean mayLogIn(String user, String password);

    /** Whether this user may act for others and set quotas. */
    boolean administers(String user);
}
