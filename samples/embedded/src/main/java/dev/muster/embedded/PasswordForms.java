package dev.muster.embedded;

import com.unboundid.ldap.listener.InMemoryPasswordEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.Crypt;

/** The password forms that slapd checks too. */
final class PasswordForms {
    private PasswordForms() {}

    static List<InMemoryPasswordEncoder> all() {
        return List.of(
                digest("{SSHA512}", "SHA-512"),
                digest("{SSHA}", "SHA-1"),
                new HashedPassword("{CRYPT}", PasswordForms::crypt));
    }

    private static InMemoryPasswordEncoder digest(String prefix, String algorithm) {
        return new HashedPassword(
                prefix,
                (clear, stored) -> salted(algorithm, clear, Base64.getDecoder().decode(stored)));
    }

    /** The digest comes first, what follows is salt of any length. */
    private static boolean salted(String algorithm, byte[] clear, byte[] stored) {
        MessageDigest digest = digest(algorithm);
        byte[] salt = Arrays.copyOfRange(stored, digest.getDigestLength(), stored.length);
        digest.update(clear);
        return MessageDigest.isEqual(digest.digest(salt), Arrays.copyOf(stored, stored.length - salt.length));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    private static boolean crypt(byte[] clear, String stored) {
        return Crypt.crypt(new String(clear, StandardCharsets.UTF_8), stored).equals(stored);
    }
}
