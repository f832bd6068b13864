package dev.muster.target.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A directory in memory with the tree of samples/servers and people's schema. */
final class MemoryDirectory implements AutoCloseable {
    static final String BASE = "dc=test,dc=tux";
    static final SiteKey SITE_KEY = new SiteKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private static final String ADMIN = "uid=mailadmin," + BASE;
    private static final String PASSWORD = "secret";

    private static final String[] TREE = {
        "dn: dc=test,dc=tux\nobjectClass: organization\nobjectClass: dcObject\ndc: test\no: Test",
        "dn: ou=people,dc=test,dc=tux\nobjectClass: organizationalUnit\nou: people",
        "dn: ou=groups,dc=test,dc=tux\nobjectClass: organizationalUnit\nou: groups",
        "dn: cn=users,ou=groups,dc=test,dc=tux\nobjectClass: posixGroup\ncn: users\ngidNumber: 1100",
        "dn: ou=ResourceObjects,dc=test,dc=tux\nobjectClass: organizationalUnit\nou: ResourceObjects",
        "dn: ou=OxObjects,dc=test,dc=tux\nobjectClass: organizationalUnit\nou: OxObjects",
        "dn: o=AddressBook,ou=OxObjects,dc=test,dc=tux\nobjectClass: organization\no: AddressBook",
        "dn: cn=AddressAdmins,o=AddressBook,ou=OxObjects,dc=test,dc=tux\nobjectClass: groupOfNames\n"
                + "cn: AddressAdmins\nmember: uid=mailadmin,dc=test,dc=tux",
        "dn: cn=open-xchange,dc=test,dc=tux\nobjectClass: organizationalRole\ncn: open-xchange",
        "dn: cn=functional_accounts,cn=open-xchange,dc=test,dc=tux\nobjectClass: organizationalRole\n"
                + "cn: functional_accounts",
        "dn: ou=counters,dc=test,dc=tux\nobjectClass: organizationalUnit\nou: counters",
        "dn: cn=uidNumber,ou=counters,dc=test,dc=tux\nobjectClass: organizationalRole\nobjectClass: musterCounter\n"
                + "cn: uidNumber\nuidNumber: 10000"
    };

    private final Disturbance disturbance = new Disturbance();
    private final InMemoryDirectoryServer server;

    MemoryDirectory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), people()));
            config.addAdditionalBindCredentials(ADMIN, PASSWORD);
            config.setEqualityIndexAttributes("uid", "mail", "alias");
            config.addInMemoryOperationInterceptor(disturbance);
            server = new InMemoryDirectoryServer(config);
            for (String entry : TREE) {
                server.add(entry.split("\n"));
            }
            server.startListening();
        } catch (LDAPException | LDIFException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** Puts an entry there, in LDIF. */
    void add(String... lines) {
        try {
            server.add(lines);
        } catch (LDAPException | LDIFException refused) {
            throw new IllegalStateException(refused);
        }
    }

    LdapSettings settings() {
        LdapSettings defaults =
                LdapSettings.defaults("ldap://127.0.0.1:" + server.getListenPort(), ADMIN, Secret.of(PASSWORD), BASE);
        return defaults.withServer(defaults.server().withRetries(3, Duration.ofMillis(20)));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static Schema people() throws IOException, LDIFException {
        try (InputStream schema = MemoryDirectory.class.getResourceAsStream("schema.ldif")) {
            assertThat(schema).isNotNull();
            return Schema.getSchema(schema);
        }
    }
}
