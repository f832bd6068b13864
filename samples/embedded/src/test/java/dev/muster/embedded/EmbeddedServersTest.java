package dev.muster.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {
    private static final Path TEMPLATES = Path.of("../../templates");

    @Test
    void startTogetherAndAnswer() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.start(TEMPLATES)) {
            People.add(servers.directory(), People.anna());
            servers.database().connect().close();
            try (IMAPStore store = Imap.login(servers.mailStore().port(), "anna", People.PASSWORD, "anna")) {
                assertThat(store.isConnected()).isTrue();
            }
        }
    }

    @Test
    void keepTheirSecretsToTheOwner() throws IOException {
        try (EmbeddedServers servers = EmbeddedServers.start(TEMPLATES);
                Stream<Path> files = Files.list(servers.configuration().getParent())) {
            List<Path> all = files.toList();

            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("muster.yaml", "site.key", "servers.secret");
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void leaveNothingBehind() {
        EmbeddedServers servers = EmbeddedServers.start(TEMPLATES);

        servers.close();

        assertThat(servers.configuration().getParent()).doesNotExist();
    }

    @Test
    void sayWhereTheyAre() {
        try (EmbeddedServers servers = EmbeddedServers.start(TEMPLATES)) {
            assertThat(servers.environment())
                    .containsEntry("LDAP_URL", servers.directory().url())
                    .containsEntry("MUSTER_CONFIG", servers.configuration().toString())
                    .containsKeys("DB_URL", "IMAP_PORT");
        }
    }
}
