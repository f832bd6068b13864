package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.ErrorCode;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.target.TargetException;
import dev.muster.target.imap.ImapSettings.Quota;
import dev.muster.target.imap.ImapSettings.Security;
import dev.muster.target.imap.ImapSettings.Server;
import dev.muster.target.imap.ImapSettings.Tls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TlsIT {
    private static final ObjectKey NOBODY = ObjectKey.user(UserName.of("nobody-at-all"));
    private static final Optional<Path> CA = Optional.of(Path.of(RealServer.environment("TLS_CA_FILE")));

    private final RealServer server = RealServer.dovecot();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void imapsWithTheRightAuthority() {
        assertThat(read("127.0.0.1", "IMAPS_PORT", new Tls(Security.IMAPS, CA, true)))
                .isEqualTo(new TargetState.Absent());
    }

    @Test
    void startTlsWithTheRightAuthority() {
        assertThat(read("127.0.0.1", "IMAP_PORT", new Tls(Security.STARTTLS, CA, true)))
                .isEqualTo(new TargetState.Absent());
    }

    @Test
    void unknownAuthorityIsRefused() {
        assertRefused("127.0.0.1", new Tls(Security.STARTTLS, Optional.empty(), true));
    }

    @Test
    void certificateForAnotherHostIsRefused() {
        // Reaches this machine, under a name that is not in the certificate.
        assertRefused("0.0.0.0", new Tls(Security.STARTTLS, CA, true));
    }

    private void assertRefused(String host, Tls tls) {
        assertThatThrownBy(() -> read(host, "IMAP_PORT", tls))
                .isInstanceOfSatisfying(
                        TargetException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("certificate");
    }

    private TargetState read(String host, String port, Tls tls) {
        ImapSettings plain = server.settings(new Quota.None());
        Server secure = new Server(plain.server().kind(), host, Integer.parseInt(RealServer.environment(port)), tls);
        ImapSettings settings =
                new ImapSettings(secure, plain.login(), plain.quota(), plain.knownFolders(), plain.limits());
        try (ImapTarget target = new ImapTarget(settings)) {
            return target.read(List.of(NOBODY)).get(NOBODY);
        }
    }
}
