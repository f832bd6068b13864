package dev.muster.target.groupware;

import dev.muster.model.Secret;
import java.util.Optional;

/**
 * How the groupware keeps the passwords of shared accounts.
 *
 * @param generation which form its release reads
 * @param key its secret {@code com.openexchange.sessiond.encryptionKey}; empty = accounts are made without a password
 */
public record AccountPasswords(Generation generation, Optional<Secret> key) {
    /** Releases that read the same form. */
    public enum Generation {
        /** As the tables suggest: those of 7.10.6 mean the older form, all others the newer one. */
        AUTO,
        /** AES-128/CBC, until 8.2. */
        BEFORE_8_3,
        /** AES-256/GCM with Argon2, from 8.3 on. */
        SINCE_8_3
    }

    /** The tables say which form; there is no key. */
    public static AccountPasswords unknown() {
        return new AccountPasswords(Generation.AUTO, Optional.empty());
    }
}
