package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void site() throws IOException {
        Files.writeString(folder.resolve("key"), "A".repeat(43) + "=");
        Files.writeString(folder.resolve("password"), "secret");
        String url = "jdbc:h2:file:" + folder.resolve("state").toAbsolutePath() + ";MODE=MariaDB;WRITE_DELAY=0";
        Files.writeString(
                folder.resolve("muster.yaml"),
                String.join(
                        "\n",
                        "source: test",
                        "siteKeyFile: key",
                        "state: {url: '" + url + "', user: muster, passwordFile: password}"));
    }

    @Test
    void makesNoStateStoreWhereThereIsNone() throws IOException {
        assertThat(muster("status")).isZero();
        assertThat(muster("resume")).isEqualTo(5);
        assertThat(stores()).isEmpty();
    }

    @Test
    void readsTheStateStoreThatUpgradeMade() throws IOException {
        assertThat(muster("upgrade")).isZero();
        assertThat(stores()).hasSize(1);
        assertThat(muster("status")).isZero();
    }

    private int muster(String command) {
        return Muster.run(command, "--config", folder.resolve("muster.yaml").toString());
    }

    private List<Path> stores() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }
}
