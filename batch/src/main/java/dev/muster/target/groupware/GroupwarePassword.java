package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Claims;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The groupware's password mechanism {@code {SHA-256}}: Base64 of SHA-256 over 64 bytes of salt and the password. The salt
 * is derived, so that a repeated run writes the same row.
 *
 * @param hash the value of {@code user.userPassword}
 * @param salt the value of {@code user.salt}
 */
record GroupwarePassword(String hash, byte[] salt) {
    static final String MECHANISM = "{SHA-256}";
    private static final int SALT_LENGTH = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nobody can log in with anything but a password that Muster knows: what it does not know becomes random bytes. */
    static GroupwarePassword of(Password password, SiteKey siteKey, Claims claims) {
        byte[] salt = siteKey.derive("groupware-salt", claims.source() + "\n" + claims.identity(), SALT_LENGTH);
        byte[] bytes = password instanceof Password.Clear clear
                ? clear.secret().reveal().getBytes(UTF_8)
                : randomBytes();
        return new GroupwarePassword(hash(salt, bytes), salt);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String hash(byte[] salt, byte[] password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return Base64.getEncoder().encodeToString(digest.digest(password));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", impossible);
        }
    }
}
