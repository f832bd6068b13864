package dev.muster.embedded;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An LDAP server in the JVM, on a free port of the loopback interface, with the tree and the schema of the real sample
 * server (samples/servers/conf/slapd). Everything is lost with it. Thread-safe.
 *
 * <p>As on the real server, a person logs in to her mailbox when {@code mailEnabled} is {@code OK}; the administrator
 * acts for anybody whom the directory knows.
 */
public final class EmbeddedDirectory implements AutoCloseable, MailAccounts {
    public static final String BASE_DN = "dc=test,dc=tux";
    public static final String ADMINISTRATOR = "mailadmin";
    public static final String ADMINISTRATOR_DN = "uid=mailadmin,dc=test,dc=tux";

    private final InMemoryDirectoryServer server;

    private EmbeddedDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /** A running server with the tree of base.ldif. */
    public static EmbeddedDirectory start() {
        try {
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(configuration());
            server.importFromLDIF(true, new LDIFReader(new ByteArrayInputStream(resource("base.ldif"))));
            server.startListening();
            return new EmbeddedDirectory(server);
        } catch (LDAPException e) {
            throw new IllegalStateException("The embedded directory did not start: " + e.getMessage(), e);
        }
    }

    private static InMemoryDirectoryServerConfig configuration() throws LDAPException {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE_DN);
        configuration.setSchema(SlapdSchema.extendStandard(text("nis.schema") + text("openxchange.schema")));
        configuration.setEqualityIndexAttributes("uid", "mail", "alias", "employeeNumber", "uidNumber");
        configuration.setPasswordEncoders(null, PasswordForms.all());
        configuration.setAuthenticationRequiredOperationTypes(
                OperationType.ADD, OperationType.DELETE, OperationType.MODIFY, OperationType.MODIFY_DN);
        configuration.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        return configuration;
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = EmbeddedDirectory.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in the jar: build samples/embedded with Maven");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getListenPort();
    }

    public String url() {
        return "ldap://127.0.0.1:" + port();
    }

    @Override
    public boolean exists(String user) {
        return entry(Filter.createEqualityFilter("uid", user)).isPresent();
    }

    @Override
    public boolean mayLogIn(String user, String password) {
        return entry(Filter.createANDFilter(Filter.createEqualityFilter("uid", user), mayUseMail()))
                .filter(entry -> hasPassword(entry, password))
                .isPresent();
    }

    @Override
    public boolean administers(String user) {
        return user.equals(ADMINISTRATOR);
    }

    private static Filter mayUseMail() {
        return Filter.createORFilter(
                Filter.createEqualityFilter("mailEnabled", "OK"), Filter.createEqualityFilter("uid", ADMINISTRATOR));
    }

    private Optional<SearchResultEntry> entry(Filter filter) {
        try {
            return server.search(BASE_DN, SearchScope.SUB, filter).getSearchEntries().stream()
                    .findFirst();
        } catch (LDAPException e) {
            throw new IllegalStateException("The embedded directory did not answer " + filter, e);
        }
    }

    private boolean hasPassword(SearchResultEntry entry, String password) {
        return !server.getPasswordsInEntry(entry, new ASN1OctetString(password)).isEmpty();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
