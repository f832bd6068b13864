package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.model.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form until release 8.2: Base64 of AES-128/CBC with an IV of zeros. The key is PBKDF2 with HMAC-SHA-1 over the site's
 * key (salt 00 01 .. 0f, 1000 rounds). The same password always gives the same text.
 */
record CbcCipher(Secret key) implements AccountCipher {
    private static final int BLOCK = 16;
    private static final int ROUNDS = 1000;

    @Override
    public String encrypt(Secret password) throws GeneralSecurityException {
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE).doFinal(password.reveal().getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(encrypted);
    }

    @Override
    public Secret decrypt(String stored) throws GeneralSecurityException {
        try {
            byte[] encrypted = Base64.getDecoder().decode(stored);
            return Secret.of(new String(cipher(Cipher.DECRYPT_MODE).doFinal(encrypted), UTF_8));
        } catch (IllegalArgumentException otherForm) {
            throw new GeneralSecurityException("it is not in the form of releases before 8.3", otherForm);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        byte[] salt = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            salt[i] = (byte) i;
        }
        PBEKeySpec derived = new PBEKeySpec(key.reveal().toCharArray(), salt, ROUNDS, BLOCK * 8);
        byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(derived)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new IvParameterSpec(new byte[BLOCK]));
        return cipher;
    }
}
