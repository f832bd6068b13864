package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Vectors made with Python's hashlib, cryptography, argon2-cffi and mmh3, and what the JDK alone says to ours. */
class AccountCipherTest {
    private static final Secret KEY = Secret.of("test-obfuscation-key");
    private static final Secret LONG = Secret.of("pässwörd mit mehr als 16 Bytes");
    private static final String GCM_KEY = "8ca3121ee96f5e1c35f0b67bfefa8579d40756eb3fbd3e4f1d1e8c112582b68a";
    private static final String GCM_VECTOR =
            "AAECAwQFBgcICQoL$AAECAwQFBgcICQoLDA0ODw==$15360$2$1$sM7YxNBZIrlvJoLK9HhQxPhGzT9Mdw==";

    private final AccountCipher older = new CbcCipher(KEY);
    private final GcmCipher newer = new GcmCipher(KEY);

    @Test
    void theOlderFormIsTheDocumentedOne() throws GeneralSecurityException {
        assertThat(older.encrypt(Secret.of("secret"))).isEqualTo("sPC3rPwJp8GEjwNhjZ/r9A==");
        assertThat(older.encrypt(LONG)).isEqualTo("hhU+N3cjkosYiQnJIhrLlT8loXcBmqr+zt1qLUj3l6xXnWonoF58w4ZiGeXEccPW");
    }

    @Test
    void theJdkReadsTheOlderForm() throws GeneralSecurityException {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(KEY.reveal().toCharArray(), salt, 1000, 128))
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        byte[] stored = Base64.getDecoder().decode(older.encrypt(LONG));
        assertThat(new String(cipher.doFinal(stored), UTF_8)).isEqualTo(LONG.reveal());
    }

    @Test
    void theNewerFormIsTheDocumentedOne() throws GeneralSecurityException {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] iv = HexFormat.of().parseHex("000102030405060708090a0b");
        assertThat(newer.encrypt(Secret.of("secret"), iv, salt)).isEqualTo(GCM_VECTOR);
        assertThat(newer.decrypt(GCM_VECTOR).reveal()).isEqualTo("secret");
    }

    @Test
    void theJdkReadsTheNewerFormWithTheKeyOfAnotherArgon2() throws GeneralSecurityException {
        String[] parts = GCM_VECTOR.split("\\$");
        Base64.Decoder base64 = Base64.getDecoder();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(HexFormat.of().parseHex(GCM_KEY), "AES"),
                new GCMParameterSpec(128, base64.decode(parts[0])));
        assertThat(new String(cipher.doFinal(base64.decode(parts[5])), UTF_8)).isEqualTo("secret");
    }

    @Test
    void everyPasswordOfTheNewerFormHasItsOwnIvAndSalt() throws GeneralSecurityException {
        String one = newer.encrypt(LONG);
        assertThat(one).isNotEqualTo(newer.encrypt(LONG)).matches("[^$]{16}\\$[^$]{24}\\$15360\\$2\\$1\\$[^$]+");
        assertThat(newer.decrypt(one)).isEqualTo(LONG);
    }

    @Test
    void anotherKeyReadsNeitherForm() throws GeneralSecurityException {
        String stored = older.encrypt(LONG);
        AccountCipher otherKey = new CbcCipher(Secret.of("another"));
        assertThatThrownBy(() -> otherKey.decrypt(stored)).isInstanceOf(GeneralSecurityException.class);
        AccountCipher otherNewer = new GcmCipher(Secret.of("another"));
        assertThatThrownBy(() -> otherNewer.decrypt(GCM_VECTOR)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void oneFormIsNotTakenForTheOther() throws GeneralSecurityException {
        assertThatThrownBy(() -> older.decrypt(GCM_VECTOR)).hasMessageContaining("before 8.3");
        String stored = older.encrypt(LONG);
        assertThatThrownBy(() -> newer.decrypt(stored)).hasMessageContaining("8.3 and later");
    }

    @Test
    void aRowCannotAskForAllOfTheMemory() {
        assertThatThrownBy(() -> newer.decrypt(GCM_VECTOR.replace("15360", "2000000000")))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void murmur3IsThatOfOthers() {
        assertThat(murmur3("")).isEqualTo("00000000000000000000000000000000");
        assertThat(murmur3("hello")).isEqualTo("029bbd41b3a7d8cb191dae486a901e5b");
        assertThat(murmur3("The quick brown fox jumps over the lazy dog"))
                .isEqualTo("6c1b07bc7bbc4be347939ac4a93c437a");
        assertThat(murmur3("Schlüssel mit 31 Zeichen äöü!")).isEqualTo("51999c731b58c5fbbf34e11d2c5a209f");
    }

    /** From the test programme of the algorithm's authors. */
    @Test
    void argon2iIsThatOfItsAuthors() {
        byte[] derived = GcmCipher.argon2i(
                "password".getBytes(UTF_8), "somesalt".getBytes(UTF_8), new GcmCipher.Cost(256, 2, 1));
        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f");
    }

    @Test
    void theKeyIsInNoText() {
        assertThat(older + " " + newer).doesNotContain(KEY.reveal());
    }

    private static String murmur3(String text) {
        return HexFormat.of().formatHex(Murmur3.hash(text.getBytes(UTF_8)));
    }
}
