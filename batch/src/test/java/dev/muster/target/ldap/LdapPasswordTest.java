package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import java.util.List;
import org.apache.commons.codec.digest.Crypt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LdapPasswordTest {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final UserSpec anna = Users.german("anna");

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void aHashFromTheFeedIsStoredAsItIs() throws LDAPException {
        String hash = "{SSHA}n+9fZTFWuLSXlo4FSHkZGrsHZvCtMq3G";
        assertThat(stored(new Password.Hashed(Secret.of(hash)), PasswordHash.SSHA512))
                .isEqualTo(hash);
    }

    @Test
    void withoutAWordAboutThePasswordThereIsNone() throws LDAPException {
        assertThat(stored(new Password.Keep(), PasswordHash.SSHA512)).isNull();
    }

    @Test
    void theCLibraryWouldVerifyItsOwnForm() throws LDAPException {
        String stored = stored(new Password.Clear(Secret.of("größer")), PasswordHash.CRYPT_SHA512);
        assertThat(stored).startsWith("{CRYPT}$6$");
        String crypt = stored.substring("{CRYPT}".length());
        assertThat(Crypt.crypt("größer", crypt)).isEqualTo(crypt);
    }

    @Test
    void twoPeopleWithOnePasswordHaveTwoHashes() {
        Secret same = Secret.of("same");
        assertThat(PasswordHash.SSHA512.of(same, new byte[] {1}).reveal())
                .isNotEqualTo(PasswordHash.SSHA512.of(same, new byte[] {2}).reveal());
    }

    private @Nullable String stored(Password password, PasswordHash hash) throws LDAPException {
        UserSpec spec = new UserSpec(
                anna.origin(),
                anna.identity(),
                anna.userName(),
                anna.values(),
                password,
                anna.folders(),
                anna.groupwareFolders());
        Claims claims = Users.claims(spec, 10001);
        LdapSettings settings = directory.settings();
        try (LdapTarget target =
                new LdapTarget(settings.withPerson(settings.person().withHash(hash)), MemoryDirectory.SITE_KEY)) {
            target.apply(List.of(new TargetPlan.Create(spec, claims)));
        }
        return directory.server().getEntry("uid=anna,ou=people,dc=test,dc=tux").getAttributeValue("userPassword");
    }
}
