package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** A handful of connections, opened when first needed and again when lost, shared by all threads. Thread-safe. */
final class LdapConnections implements AutoCloseable {
    private final LdapServer server;
    private final List<Slot> slots;
    private final AtomicInteger turn = new AtomicInteger();

    LdapConnections(LdapServer server) {
        this.server = server;
        this.slots = Stream.generate(Slot::new).limit(server.connections()).toList();
    }

    /** The next connection in turn, open and bound. */
    LDAPConnection take() throws LDAPException {
        return slots.get(Math.floorMod(turn.getAndIncrement(), slots.size())).open();
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
    }

    private LDAPConnection connect() throws LDAPException {
        LDAPURL url = new LDAPURL(server.url());
        boolean tls = url.getScheme().equals("ldaps") || server.security() == LdapServer.Security.LDAPS;
        LDAPConnection connection = tls
                ? new LDAPConnection(socketFactory(), options(), url.getHost(), url.getPort())
                : new LDAPConnection(options(), url.getHost(), url.getPort());
        try {
            secureAndBind(connection, !tls && server.security() == LdapServer.Security.STARTTLS);
            return connection;
        } catch (LDAPException refused) {
            connection.close();
            throw nothingSent(refused);
        }
    }

    /** A late bind is not a late write: nothing was asked yet, so that it may be asked again. */
    private static LDAPException nothingSent(LDAPException refused) {
        return refused.getResultCode().equals(ResultCode.TIMEOUT)
                ? new LDAPException(ResultCode.CONNECT_ERROR, refused.getMessage(), refused)
                : refused;
    }

    private void secureAndBind(LDAPConnection connection, boolean startTls) throws LDAPException {
        if (startTls) {
            ExtendedResult answer = connection.processExtendedOperation(new StartTLSExtendedRequest(socketFactory()));
            if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(ResultCode.CONFIDENTIALITY_REQUIRED, "StartTLS: " + answer.getResultString());
            }
        }
        if (!server.bindDn().isEmpty()) {
            connection.bind(server.bindDn(), server.password().reveal());
        }
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(server.timeout().toMillis()));
        options.setResponseTimeoutMillis(server.timeout().toMillis());
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        options.setFollowReferrals(false);
        return options;
    }

    private SSLSocketFactory socketFactory() throws LDAPException {
        try {
            return new SSLUtil(trust()).createSSLSocketFactory();
        } catch (GeneralSecurityException unreadable) {
            throw new LDAPException(
                    ResultCode.PARAM_ERROR, "ldap.caFile cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    private X509TrustManager trust() throws GeneralSecurityException {
        if (server.caFile().isEmpty()) {
            return JVMDefaultTrustManager.getInstance();
        }
        Path file = server.caFile().get();
        return new PEMFileTrustManager(file.toFile());
    }

    /** One connection's place. Opening holds up only those whose turn is the same place. */
    private final class Slot {
        private @Nullable LDAPConnection connection;

        private synchronized LDAPConnection open() throws LDAPException {
            if (connection == null || !connection.isConnected()) {
                connection = connect();
            }
            return connection;
        }

        private synchronized void close() {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
