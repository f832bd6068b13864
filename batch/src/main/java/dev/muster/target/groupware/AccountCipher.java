package dev.muster.target.groupware;

import dev.muster.model.Secret;
import dev.muster.target.groupware.AccountPasswords.Generation;
import java.security.GeneralSecurityException;

/**
 * The groupware's form of passwords that it has to read again: encrypted with one key for the whole site. Thread-safe.
 */
interface AccountCipher {
    /** @throws GeneralSecurityException if the runtime cannot; nothing may be written then */
    String encrypt(Secret password) throws GeneralSecurityException;

    /** @throws GeneralSecurityException if the form is another one, or made with another key */
    Secret decrypt(String stored) throws GeneralSecurityException;

    static AccountCipher of(Generation generation, Schema schema, Secret key) {
        // Columns for Unix accounts went with release 8.
        boolean older =
                generation == Generation.AUTO ? schema.has("user", "uidNumber") : generation != Generation.SINCE_8_3;
        return older ? new CbcCipher(key) : new GcmCipher(key);
    }
}
