package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.muster.fixture.Users;
import dev.muster.model.Claims;
import dev.muster.model.ErrorCode;
import dev.muster.model.KnownNumbers;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Secret;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import dev.muster.target.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same on the slapd of samples/servers, and what only a real server shows. */
class LdapTargetIT implements LdapTargetContract, LdapRemovalContract {
    private static final String BASE = environment("LDAP_BASE_DN");
    private static final String MARK = "ldapit" + ProcessHandle.current().pid() + "-";
    private static final AtomicInteger NUMBER =
            new AtomicInteger(1_000_000 + (int) (ProcessHandle.current().pid() % 1000) * 1000);

    private final LdapTarget target = new LdapTarget(settings(), MemoryDirectory.SITE_KEY);
    private LDAPConnection connection;

    @BeforeEach
    void connect() throws LDAPException {
        LDAPURL url = new LDAPURL(environment("LDAP_URL"));
        connection = new LDAPConnection(
                url.getHost(), url.getPort(), environment("LDAP_BIND_DN"), environment("LDAP_BIND_PASSWORD"));
    }

    @AfterEach
    void removeWhatWasMade() throws LDAPException {
        for (SearchResultEntry made : connection
                .search(BASE, SearchScope.SUB, "(uid=" + MARK + "*)", "1.1")
                .getSearchEntries()) {
            connection.delete(made.getDN());
        }
        for (String member : members()) {
            if (member.contains(MARK)) {
                connection.modify(
                        settings().tree().addressAdminsDn(),
                        new Modification(ModificationType.DELETE, "member", member));
            }
        }
        connection.close();
        target.close();
    }

    @Override
    public LdapTarget target() {
        return target;
    }

    @Override
    public LdapSettings settings() {
        LdapSettings defaults = LdapSettings.defaults(
                environment("LDAP_URL"),
                environment("LDAP_BIND_DN"),
                Secret.of(environment("LDAP_BIND_PASSWORD")),
                BASE);
        return defaults.withServer(defaults.server().withRetries(3, Duration.ofMillis(50)));
    }

    @Override
    public LDAPConnection connection() {
        return connection;
    }

    @Override
    public Claims claims(UserSpec spec) {
        return Users.claims(spec, NUMBER.incrementAndGet());
    }

    @Override
    public String freshName() {
        return MARK + NUMBER.incrementAndGet();
    }

    @Test
    void anImportedPersonLogsInWithTheImportedPassword() throws LDAPException {
        for (PasswordHash hash : PasswordHash.values()) {
            UserSpec spec = Users.german(freshName());
            LdapSettings hashing = settings().withPerson(settings().person().withHash(hash));
            try (LdapTarget hasher = new LdapTarget(hashing, MemoryDirectory.SITE_KEY)) {
                hasher.apply(List.of(new TargetPlan.Create(spec, claims(spec))));
            }
            try (LDAPConnection person =
                    new LDAPConnection(connection.getConnectedAddress(), connection.getConnectedPort())) {
                String dn = "uid=" + spec.userName() + ",ou=people," + BASE;
                assertThat(person.bind(dn, "geheim-" + spec.userName())
                                .getResultCode()
                                .intValue())
                        .isZero();
            }
        }
    }

    @Test
    void theAccountThatMusterWorksByIsNeverTouched() throws LDAPException {
        ObjectKey key = ObjectKey.user(UserName.of("mailadmin"));
        TargetPlan plan = new TargetPlan.Disable(key, new Origin("test", 0, 0), KnownNumbers.none());
        StepOutcome.Failed failed =
                (StepOutcome.Failed) target.apply(List.of(plan)).get(key);
        assertThat(failed.problem().code()).isEqualTo(ErrorCode.PROTECTED);
        assertThat(connection.getEntry(settings().server().bindDn())).isNotNull();
    }

    @Test
    void worksOverTlsWhoseCertificateIsTrusted() {
        Optional<Path> authority = Optional.of(Path.of(environment("TLS_CA_FILE")));
        LdapServer plain = settings().server();
        LdapServer startTls = plain.withSecurity(LdapServer.Security.STARTTLS, authority);
        LdapServer ldaps = LdapServer.defaults(environment("LDAPS_URL"), plain.bindDn(), plain.password())
                .withSecurity(LdapServer.Security.LDAPS, authority);
        for (LdapServer server : List.of(startTls, ldaps)) {
            try (LdapTarget secure = new LdapTarget(settings().withServer(server), MemoryDirectory.SITE_KEY)) {
                UserSpec nobody = Users.german(freshName());
                assertThat(secure.read(List.of(nobody.key())))
                        .containsExactly(Map.entry(nobody.key(), new TargetState.Absent()));
            }
        }
    }

    @Test
    void refusesACertificateThatNobodyItTrustsHasSigned() {
        for (LdapServer.Security security : List.of(LdapServer.Security.STARTTLS, LdapServer.Security.LDAPS)) {
            String url = environment(security == LdapServer.Security.LDAPS ? "LDAPS_URL" : "LDAP_URL");
            LdapServer server = LdapServer.defaults(
                            url,
                            settings().server().bindDn(),
                            settings().server().password())
                    .withSecurity(security, Optional.empty());
            try (LdapTarget careful = new LdapTarget(settings().withServer(server), MemoryDirectory.SITE_KEY)) {
                assertThatThrownBy(
                                () -> careful.read(List.of(Users.german("anna").key())))
                        .isInstanceOfSatisfying(
                                TargetException.class,
                                thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID));
            }
        }
    }

    private List<String> members() throws LDAPException {
        return List.of(connection.getEntry(settings().tree().addressAdminsDn()).getAttributeValues("member"));
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> name + " is not set: run samples/servers/run");
    }
}
