package dev.muster.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The site's own secret key, from which salts and generated passwords are derived instead of stored (HKDF-Expand,
 * RFC 5869, over HMAC-SHA-512). Thread-safe.
 */
public final class SiteKey {
    private static final String ALGORITHM = "HmacSHA512";
    private final SecretKeySpec key;
    /** To be copied: looking for the algorithm takes longer than most of what is derived. */
    private final Mac begun;

    /** @param key at least 16 bytes, kept secret by the caller */
    public SiteKey(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("A site key has at least 16 bytes.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.begun = begun(this.key);
    }

    /**
     * Bytes that only this key can derive, the same at every call.
     *
     * @param purpose what they are for, such as {@code ldap-salt}
     * @param identity whose they are, such as source and identity of the person
     * @param length how many, 1 to 255 x 64
     */
    public byte[] derive(String purpose, String identity, int length) {
        byte[] info = (purpose + "\n" + identity).getBytes(UTF_8);
        byte[] derived = new byte[length];
        byte[] block = new byte[0];
        for (int filled = 0, counter = 1; filled < length; filled += block.length, counter++) {
            block = next(block, info, (byte) counter);
            System.arraycopy(block, 0, derived, filled, Math.min(block.length, length - filled));
        }
        return derived;
    }

    private byte[] next(byte[] previous, byte[] info, byte counter) {
        try {
            Mac mac = (Mac) begun.clone();
            mac.update(previous);
            mac.update(info);
            return mac.doFinal(new byte[] {counter});
        } catch (CloneNotSupportedException impossible) {
            throw lacking(impossible);
        }
    }

    private static Mac begun(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw lacking(impossible);
        }
    }

    private static IllegalStateException lacking(Exception impossible) {
        return new IllegalStateException("This Java runtime lacks " + ALGORITHM + ".", impossible);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteKey that && Arrays.equals(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "********";
    }
}
