package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadResponseControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDirectoryTest {
    private EmbeddedDirectory directory;
    private LDAPConnection connection;

    @BeforeEach
    void start() throws LDAPException {
        directory = EmbeddedDirectory.start();
        connection = People.administrator(directory);
    }

    @AfterEach
    void stop() {
        connection.close();
        directory.close();
    }

    @Test
    void hasTheTreeOfTheRealServer() throws LDAPException {
        assertThat(connection.getEntry("cn=users,ou=groups,dc=test,dc=tux").getAttributeValue("gidNumber"))
                .isEqualTo("1100");
        assertThat(connection.getEntry("cn=AddressAdmins,o=AddressBook,ou=OxObjects,dc=test,dc=tux"))
                .isNotNull();
    }

    @Test
    void takesAPersonOfTheWhitePaper() throws LDAPException {
        connection.add(People.anna());

        assertThat(connection.getEntry("uid=anna,ou=people,dc=test,dc=tux").getAttributeValue("oxtimezone"))
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void refusesAnAttributeThatNoClassAllows() {
        Entry anna = People.anna();
        anna.addAttribute("resourceName", "Room 1");

        assertRefused(anna, ResultCode.OBJECT_CLASS_VIOLATION);
    }

    @Test
    void refusesASecondEntryOfTheSameName() throws LDAPException {
        connection.add(People.anna());

        assertRefused(People.anna(), ResultCode.ENTRY_ALREADY_EXISTS);
    }

    private void assertRefused(Entry entry, ResultCode code) {
        assertThatThrownBy(() -> connection.add(entry))
                .isInstanceOfSatisfying(
                        LDAPException.class,
                        refusal -> assertThat(refusal.getResultCode()).isEqualTo(code));
    }

    @Test
    void givesABlockOfNumbersInOneAnswer() throws LDAPException {
        ModifyRequest increment = new ModifyRequest(
                "cn=uidNumber,ou=counters,dc=test,dc=tux",
                new Modification(ModificationType.INCREMENT, "uidNumber", "500"));
        increment.addControl(new PostReadRequestControl("uidNumber"));

        LDAPResult result = connection.modify(increment);

        assertThat(PostReadResponseControl.get(result).getEntry().getAttributeValue("uidNumber"))
                .isEqualTo("10500");
    }

    @Test
    void letsAPersonBindWithHerSaltedHash() throws LDAPException {
        connection.add(People.anna());

        assertThat(directory.mayLogIn("anna", People.PASSWORD)).isTrue();
        assertThat(directory.mayLogIn("anna", "secret")).isFalse();
    }

    @Test
    void letsAPersonBindWithACryptedHash() throws LDAPException {
        connection.add(
                People.person(
                        "otto",
                        "{CRYPT}$6$saltsalt$eKIu2U/SV3a.HZsZMx0oZ4frEoy3Oi7glNtXGiaHdD9nfjrj0jFBmpGgkSUQAnz90hcwEtxMPsgv9ct8onb4j1"));

        assertThat(directory.mayLogIn("otto", People.PASSWORD)).isTrue();
        try (LDAPConnection otto = new LDAPConnection("127.0.0.1", directory.port())) {
            assertThat(otto.bind("uid=otto,ou=people,dc=test,dc=tux", People.PASSWORD)
                            .getResultCode())
                    .isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void keepsAPersonWithoutMailOut() throws LDAPException {
        Entry anna = People.anna();
        anna.setAttribute("mailEnabled", "NONE");
        connection.add(anna);

        assertThat(directory.mayLogIn("anna", People.PASSWORD)).isFalse();
        assertThat(directory.exists("anna")).isTrue();
    }

    @Test
    void isReadOnlyForStrangers() throws LDAPException {
        try (LDAPConnection stranger = new LDAPConnection("127.0.0.1", directory.port())) {
            assertThatThrownBy(() -> stranger.add(People.anna())).isInstanceOf(LDAPException.class);
        }
    }
}
