package dev.muster.target.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.Sha2Crypt;

/** The forms in which a clear password becomes {@code userPassword} (RFC 3112). */
public enum PasswordHash {
    /** Salted SHA-512; slapd wants its module pw-sha2 for it. */
    SSHA512 {
        @Override
        Secret of(Secret password, byte[] salt) {
            byte[] digest = sha512(password, salt);
            byte[] both = Arrays.copyOf(digest, digest.length + salt.length);
            System.arraycopy(salt, 0, both, digest.length, salt.length);
            return Secret.of("{SSHA512}" + Base64.getEncoder().encodeToString(both));
        }
    },
    /** The C library's SHA-512 crypt with 5,000 rounds: a few milliseconds of processor time per person. */
    CRYPT_SHA512 {
        @Override
        Secret of(Secret password, byte[] salt) {
            byte[] clear = password.reveal().getBytes(UTF_8);
            return Secret.of("{CRYPT}" + Sha2Crypt.sha512Crypt(clear, "$6$" + letters(salt)));
        }
    };

    /** How many bytes of salt a hash takes. */
    static final int SALT_LENGTH = 16;

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** The value to be stored; the same for the same password and salt. */
    abstract Secret of(Secret password, byte[] salt);

    private static byte[] sha512(Secret password, byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(password.reveal().getBytes(UTF_8));
            return digest.digest(salt);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-512.", impossible);
        }
    }

    private static String letters(byte[] salt) {
        StringBuilder letters = new StringBuilder();
        for (byte one : salt) {
            letters.append(ALPHABET.charAt(one & 63));
        }
        return letters.toString();
    }
}
