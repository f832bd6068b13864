package dev.muster.model;

/** What a feed says about a person's password. */
public sealed interface Password {
    /** Nothing is said: an existing password stays. */
    record Keep() implements Password {}

    /** The password itself, from the feed or derived from the site key. */
    record Clear(Secret secret) implements Password {}

    /**
     * A hash only, in the directory's form (RFC 3112, {@code {SSHA}...} or {@code {CRYPT}...}). LDAP takes it as it
     * is; the groupware gets a hash of discarded random bytes, because the forms do not convert.
     */
    record Hashed(Secret hash) implements Password {}
}
