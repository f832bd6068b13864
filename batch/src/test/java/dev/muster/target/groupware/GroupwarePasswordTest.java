package dev.muster.target.groupware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class GroupwarePasswordTest {
    private static final SiteKey KEY = new SiteKey(new byte[32]);
    private static final Claims CLAIMS = Users.claims(Users.german("anna"), 7);

    @Test
    void isBase64OfSha256OverSaltAndPassword() throws Exception {
        GroupwarePassword password = GroupwarePassword.of(clear("geheim"), KEY, CLAIMS);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(password.salt());
        assertThat(password.salt()).hasSize(64);
        assertThat(password.hash())
                .isEqualTo(Base64.getEncoder().encodeToString(digest.digest("geheim".getBytes(UTF_8))));
    }

    /** The vector of the reference's algorithm: salt 00 to 3f, password "secret". */
    @Test
    void agreesWithTheReference() {
        byte[] salt = new byte[64];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        assertThat(GroupwarePassword.hash(salt, "secret".getBytes(UTF_8)))
                .isEqualTo("9Y0v/ghrn+DNYhHQFQFwWAymRMwzA/sc9uXYqRAMAQ0=");
    }

    @Test
    void isTheSameAtEveryRun() {
        assertThat(GroupwarePassword.of(clear("geheim"), KEY, CLAIMS).hash())
                .isEqualTo(GroupwarePassword.of(clear("geheim"), KEY, CLAIMS).hash());
    }

    @Test
    void ofAHashForTheDirectoryIsNobodysPassword() {
        Password hashed = new Password.Hashed(Secret.of("{SSHA}abc"));
        assertThat(GroupwarePassword.of(hashed, KEY, CLAIMS).hash())
                .isNotEqualTo(GroupwarePassword.of(hashed, KEY, CLAIMS).hash());
    }

    private static Password clear(String password) {
        return new Password.Clear(Secret.of(password));
    }
}
