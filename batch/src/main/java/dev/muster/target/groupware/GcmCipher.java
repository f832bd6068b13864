package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The form from release 8.3 on: AES-256/GCM. The key is Argon2i over the hexadecimal Murmur3 hash of the site's key; IV and
 * salt are random and stand, with the measures of Argon2, in the text: {@code iv$salt$memory$iterations$lanes$cipher}.
 * Every text is another one. Thread-safe.
 */
record GcmCipher(Secret key) implements AccountCipher {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final Cost USUAL = new Cost(15_360, 2, 1);
    /** What a row may demand of this machine: one that asks for more is no password of the groupware. */
    private static final int MOST_KIBIBYTES = 262_144;

    /** The measures of Argon2; memory in KiB. */
    record Cost(int memory, int iterations, int lanes) {
        boolean isBearable() {
            return memory > 0
                    && memory <= MOST_KIBIBYTES
                    && iterations > 0
                    && iterations <= 64
                    && lanes > 0
                    && lanes <= 64;
        }
    }

    @Override
    public String encrypt(Secret password) throws GeneralSecurityException {
        return encrypt(password, random(IV_BYTES), random(SALT_BYTES));
    }

    String encrypt(Secret password, byte[] iv, byte[] salt) throws GeneralSecurityException {
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, iv, salt, USUAL)
                .doFinal(password.reveal().getBytes(UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                "$",
                base64.encodeToString(iv),
                base64.encodeToString(salt),
                Integer.toString(USUAL.memory),
                Integer.toString(USUAL.iterations),
                Integer.toString(USUAL.lanes),
                base64.encodeToString(encrypted));
    }

    @Override
    public Secret decrypt(String stored) throws GeneralSecurityException {
        String[] parts = stored.split("\\$", -1);
        try {
            Cost cost = new Cost(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
            if (!cost.isBearable()) {
                throw new GeneralSecurityException("it asks for " + cost);
            }
            Base64.Decoder base64 = Base64.getDecoder();
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, base64.decode(parts[0]), base64.decode(parts[1]), cost);
            return Secret.of(new String(cipher.doFinal(base64.decode(parts[5])), UTF_8));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException otherForm) {
            throw new GeneralSecurityException("it is not in the form of release 8.3 and later", otherForm);
        }
    }

    private Cipher cipher(int mode, byte[] iv, byte[] salt, Cost cost) throws GeneralSecurityException {
        byte[] hash = Murmur3.hash(key.reveal().getBytes(UTF_8));
        byte[] derived = argon2i(HexFormat.of().formatHex(hash).getBytes(UTF_8), salt, cost);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    /** RFC 9106, version 0x13. */
    static byte[] argon2i(byte[] password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_i)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.iterations)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[KEY_BYTES];
        generator.generateBytes(password, derived);
        return derived;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
