package dev.muster.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder with a muster.yaml, its secrets and the state store; only its owner can read it. */
final class ConfigurationFolder implements AutoCloseable {
    private final Path folder;

    private ConfigurationFolder(Path folder) {
        this.folder = folder;
    }

    static ConfigurationFolder create(EmbeddedServers servers, Path templates) {
        try {
            ConfigurationFolder configuration = new ConfigurationFolder(Files.createTempDirectory("muster-"));
            configuration.write("site.key", siteKey());
            configuration.write("servers.secret", EmbeddedServers.PASSWORD + "\n");
            configuration.write("muster.yaml", configuration.yaml(servers, templates.toAbsolutePath()));
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of the embedded servers could not be written", e);
        }
    }

    private static String siteKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    Path file() {
        return folder.resolve("muster.yaml");
    }

    private String yaml(EmbeddedServers servers, Path templates) {
        return """
                source: sample
                siteKeyFile: "%1$s/site.key"
                templates: "%2$s"
                state:
                  url: "jdbc:h2:file:%1$s/state;MODE=MariaDB;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                  user: muster
                  passwordFile: "%1$s/servers.secret"
                ldap:
                  mode: write
                  url: "%3$s"
                  security: none
                  bindDn: "uid=mailadmin,dc=test,dc=tux"
                  bindPasswordFile: "%1$s/servers.secret"
                  baseDn: "dc=test,dc=tux"
                  userBase: "ou=people,dc=test,dc=tux"
                  counterDn: "cn=uidNumber,ou=counters,dc=test,dc=tux"
                  gidNumber: 1100
                  keyAttribute: employeeNumber
                groupware:
                  url: "%4$s"
                  user: muster
                  passwordFile: "%1$s/servers.secret"
                  context: 1
                imap:
                  server: auto
                  host: 127.0.0.1
                  port: %5$d
                  security: none
                  admin: mailadmin
                  adminPasswordFile: "%1$s/servers.secret"
                  quota: setquota
                """.formatted(
                        folder,
                        templates,
                        servers.directory().url(),
                        servers.database().url(),
                        servers.mailStore().port());
    }

    /** Removes the folder with everything in it. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }
}
